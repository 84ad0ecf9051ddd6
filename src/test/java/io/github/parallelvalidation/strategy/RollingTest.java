package io.github.parallelvalidation.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RollingTest {
    private static final double NAN = Double.NaN;

    @ParameterizedTest
    @CsvSource({"1e5, 1e-3, 20", "1e5, 1e-6, 48", "6e4, 50, 1000", "1e8, 1e-2, 5", "0, 1, 2", "1, 1e-9, 333", "7, 3, 1"
    })
    void theVarianceAgreesWithTwoPassesToNineDigits(double level, double spread, int n) {
        Random random = new Random(n);
        double[] x =
                random.doubles(5000, -1, 1).map(value -> level + spread * value).toArray();
        double[] rolling = rolling(Rolling::variance, x, n);

        for (int t = 0; t < x.length; t += 1 + n / 10) {
            if (t < n - 1) {
                assertThat(rolling[t]).isNaN();
            } else {
                double expected = twoPass(x, t - n + 1, n);
                assertThat(rolling[t]).isCloseTo(expected, within(1e-9 * expected + 1e-50));
            }
        }
    }

    @Test
    void oneOutlierDoesNotSpoilTheVarianceOfLaterWindows() {
        double[] x = new Random(1).doubles(600, 100, 101).toArray();
        x[300] = 1e9;
        double[] rolling = rolling(Rolling::variance, x, 50);

        for (int t = 49; t < x.length; t++) {
            double expected = twoPass(x, t - 49, 50);
            assertThat(rolling[t]).isCloseTo(expected, within(1e-9 * expected));
        }
    }

    @Test
    void aConstantWindowHasNoVarianceAtAll() {
        double[] x = new double[100];
        Arrays.fill(x, 0, 50, 63_211.37);
        Arrays.fill(x, 50, 100, 0.1);

        assertThat(Arrays.stream(rolling(Rolling::variance, x, 10)).skip(9).limit(41))
                .containsOnly(0.0);
        assertThat(Arrays.stream(rolling(Rolling::variance, x, 10)).skip(59)).containsOnly(0.0);
        assertThat(TestBars.numbers(TestBars.closing(x), "zscore(close, 10)")[20])
                .isNaN();
    }

    @Test
    void aWindowWithANanIsNanAndTheNextWithoutItIsNot() {
        double[] x = {1, 2, NAN, 4, 5, 6, 7};

        assertThat(rolling(Rolling::sum, x, 3)).containsExactly(NAN, NAN, NAN, NAN, NAN, 15, 18);
        assertThat(rolling(Rolling::max, x, 3)).containsExactly(NAN, NAN, NAN, NAN, NAN, 6, 7);
        assertThat(rolling(Rolling::rank, x, 3)).containsExactly(NAN, NAN, NAN, NAN, NAN, 3, 3);
        assertThat(Arrays.stream(rolling(Rolling::variance, x, 3)).limit(5)).containsOnly(NAN);
        assertThat(rolling(Rolling::variance, x, 3)[5]).isCloseTo(2.0 / 3, within(1e-15));
    }

    @Test
    void aWindowLongerThanTheSeriesIsNeverFull() {
        assertThat(rolling(Rolling::sum, new double[] {1, 2}, 3)).containsOnly(NAN);
        assertThat(rolling(Rolling::variance, new double[] {1, 2}, 100_000)).containsOnly(NAN);
        assertThat(rolling(Rolling::min, new double[] {}, 3)).isEmpty();
    }

    /// From pandas: `pd.Series((i*7919)%5 for i in range(60)).rolling(10).rank()`.
    @Test
    void ranksWithTiesAreThoseOfPandas() {
        double[] x = new double[60];
        for (int i = 0; i < x.length; i++) {
            x[i] = i * 7919 % 5;
        }
        double[] rank = rolling(Rolling::rank, x, 10);

        assertThat(rank[9]).isEqualTo(3.5);
        assertThat(rank[20]).isEqualTo(1.5);
        assertThat(rank[59]).isEqualTo(3.5);
    }

    private interface Window {
        void apply(double[] x, int n, double[] out, Scratch scratch);
    }

    private static double[] rolling(Window window, double[] x, int n) {
        double[] out = new double[x.length];
        window.apply(x, n, out, new Scratch());
        return out;
    }

    /// In exact arithmetic: in doubles the mean of large prices is itself too coarse to measure against.
    private static double twoPass(double[] x, int from, int n) {
        BigDecimal count = BigDecimal.valueOf(n);
        BigDecimal mean = BigDecimal.ZERO;
        for (int i = from; i < from + n; i++) {
            mean = mean.add(new BigDecimal(x[i]));
        }
        mean = mean.divide(count, MathContext.DECIMAL128);
        BigDecimal squares = BigDecimal.ZERO;
        for (int i = from; i < from + n; i++) {
            squares = squares.add(new BigDecimal(x[i]).subtract(mean).pow(2), MathContext.DECIMAL128);
        }
        return squares.divide(count, MathContext.DECIMAL128).doubleValue();
    }
}
