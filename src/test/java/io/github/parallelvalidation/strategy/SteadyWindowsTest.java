package io.github.parallelvalidation.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Functions over a window give the same value for the same n values, wherever the window lies and whatever came
/// before it.
class SteadyWindowsTest {
    private static final double[] MAGNITUDES = {1e-8, 0.1, 63_211.37, 1e15};

    static List<Integer> periods() {
        return List.of(1, 2, 3, 5, 7, 10, 14, 20, 31, 48, 64, 100, 168, 333, 500);
    }

    @ParameterizedTest
    @MethodSource("periods")
    void theSameValuesInAnyOrderHaveTheSameSumMeanAndExtremesAnywhere(int n) {
        Random random = new Random(n);
        for (double magnitude : MAGNITUDES) {
            double[] values =
                    random.doubles(n, 0.5 * magnitude, 1.5 * magnitude).toArray();
            double[] x = wild(random, 8 * n + 40, magnitude);
            List<Integer> ends = List.of(n - 1, 2 * n + n / 2, 4 * n + 3, 5 * n + 5 + n / 3, 6 * n + 20 + n / 2);
            for (int end : ends) {
                shuffle(values, random);
                System.arraycopy(values, 0, x, end - n + 1, n);
            }
            for (Window window : List.<Window>of(Rolling::sum, Rolling::mean, Rolling::min, Rolling::max)) {
                double[] out = rolling(window, x, n);
                assertThat(ends.stream().map(end -> out[end]))
                        .as("n %d, about %s", n, magnitude)
                        .containsOnly(out[ends.getLast()]);
            }
        }
    }

    /// Sums that cancel, as of changes of a price.
    @ParameterizedTest
    @MethodSource("periods")
    void sumsThatNearlyCancelAreTheSameToo(int n) {
        Random random = new Random(1_000 + n);
        double[] values = random.doubles(n, -1, 1).toArray();
        values[0] -= Arrays.stream(values).sum();
        double[] x = wild(random, 5 * n + 40, 1);
        List<Integer> ends = List.of(n - 1, 2 * n + n / 2, 4 * n + 3);
        for (int end : ends) {
            shuffle(values, random);
            System.arraycopy(values, 0, x, end - n + 1, n);
        }
        double[] sums = rolling(Rolling::sum, x, n);
        double exact = exactSum(values).doubleValue();

        assertThat(ends.stream().map(end -> sums[end])).containsOnly(exact);
    }

    @ParameterizedTest
    @MethodSource("periods")
    void aPriceThatStandsStillIsItsOwnMeanAfterAWildPast(int n) {
        for (double magnitude : MAGNITUDES) {
            for (int past : List.of(0, 1, n - 1, n, n + 1, 3 * n + 2)) {
                double[] x = standing(past, n, magnitude);
                double price = x[past];
                double[] mean = rolling(Rolling::mean, x, n);
                double[] sum = rolling(Rolling::sum, x, n);
                double[] variance = rolling(Rolling::variance, x, n);
                double[] zscore = rolling(Rolling::zscore, x, n);
                for (int t = past + n - 1; t < x.length; t++) {
                    assertThat(mean[t]).isEqualTo(price);
                    assertThat(sum[t])
                            .isEqualTo(BigDecimal.valueOf(n)
                                    .multiply(new BigDecimal(price))
                                    .doubleValue());
                    assertThat(variance[t]).isZero();
                    assertThat(zscore[t]).isNaN();
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "close > rolling_mean(close, n)",
                "close < rolling_mean(close, n)",
                "close != sma(close, n)",
                "close != wma(close, n)",
                "close != trima(close, n)",
                "close != linearreg(close, n)",
                "close != tsf(close, n)",
                "close != bb_middle(close, n)",
                "close != bb_middle(close, n, 2, 2, 2)",
                "close > bb_upper(close, n) || close < bb_lower(close, n)",
                "close != ma(close, n, 0)",
                "close != ma(close, n, 2)",
                "close != ma(close, n, 5)",
                "close != midpoint(close, n)",
                "close != rolling_min(close, n) || close != rolling_max(close, n)",
                "close != minmax_min(close, n)",
                "stddev(close, n) != 0",
                "var(close, n) != 0",
                "zscore(close, n) == zscore(close, n)",
                "linearreg_slope(close, n) != 0 || linearreg_angle(close, n) != 0",
                "linearreg_intercept(close, n) != close",
                "correl(close, volume, n) != 0 || correl(volume, close, n) != 0",
                "apo(close, 2, n) != 0 || ppo(close, n, 2) != 0 || apo(close, 2, n, 2) != 0",
                "macdext(close, 2, 0, n, 5, 2, 0) != 0",
                "mavp(close, volume, 2, n) != close",
                "cci(n) != 0",
                "typprice() != close || avgprice() != close || medprice() != close || wclprice() != close",
                "midprice(n) != close",
                "stochf_k(n, 1) != 0 || stochf_d(n, 1) != 0"
            })
    void noRuleHoldsWhileAPriceStandsStillAndRoundingAloneCouldSaySo(String rule) {
        for (int n : periods()) {
            if (n < 2) {
                continue;
            }
            for (double magnitude : MAGNITUDES) {
                int past = 2 * n + 7;
                double[] x = standing(past, n, magnitude);
                boolean[] holds = TestBars.truths(TestBars.closing(x), rule, Map.of("n", new Value.Amount(n)));
                assertThat(IntStream.range(past + n - 1, x.length).filter(t -> holds[t]))
                        .as("n %d at %s", n, magnitude)
                        .isEmpty();
            }
        }
    }

    /// A running total that adds the newest value and takes away the oldest keeps the rounding of all that was before:
    /// here it says more often than exact arithmetic that a price is above its mean.
    @Test
    void noEntryComesFromTheRoundingOfARunningTotal() {
        double[] x = new double[600];
        Random random = new Random(22);
        for (int t = 0; t < x.length; t++) {
            boolean stands = t / 20 % 2 == 1;
            boolean isFirst = t % 20 == 0;
            // After a price has stood still it falls: no entry there.
            x[t] = stands
                    ? isFirst ? 0.1 + random.nextInt(1_000) / 10.0 : x[t - 1]
                    : isFirst ? 0.01 : 1e5 * random.nextDouble();
        }
        int n = 10;
        int exact = 0;
        int drifting = 0;
        int entries = 0;
        boolean[] above = TestBars.truths(TestBars.closing(x), "close > rolling_mean(close, 10)");
        boolean wasExact = false;
        boolean wasDrifting = false;
        double total = Arrays.stream(x, 0, n - 1).sum();
        for (int t = n - 1; t < x.length; t++) {
            total += x[t];
            boolean isDrifting = x[t] > total / n;
            total -= x[t - n + 1];
            BigDecimal sum = exactSum(Arrays.copyOfRange(x, t - n + 1, t + 1));
            boolean isExact =
                    new BigDecimal(x[t]).multiply(BigDecimal.valueOf(n)).compareTo(sum) > 0;
            exact += isExact && !wasExact ? 1 : 0;
            drifting += isDrifting && !wasDrifting ? 1 : 0;
            entries += above[t] && !above[t - 1] ? 1 : 0;
            wasExact = isExact;
            wasDrifting = isDrifting;
        }

        assertThat(entries).isEqualTo(exact);
        assertThat(drifting).isGreaterThan(exact);
    }

    @ParameterizedTest
    @CsvSource({"100, 1, 1e9, 50", "100, 1, 1e12, 500", "100, 1, 1e9, 5000", "60000, 500, 1e8, 50000"})
    void anOutlierWhereTwoBlocksMeetLeavesNineDigitsOfVarianceAndScore(
            double level, double spread, double outlier, int n) {
        double[] x = new Random(n).doubles(3L * n + 10, level, level + spread).toArray();
        x[n] = outlier;
        double[] variance = rolling(Rolling::variance, x, n);
        double[] score = rolling(Rolling::zscore, x, n);
        for (int t : new int[] {n - 1, n, n + 1, n + n / 2, 2 * n - 2, 2 * n - 1, 2 * n, 2 * n + 1, 3 * n - 1}) {
            double[] window = Arrays.copyOfRange(x, t - n + 1, t + 1);
            BigDecimal mean = exactSum(window).divide(BigDecimal.valueOf(n), MathContext.DECIMAL128);
            double expected = Arrays.stream(window)
                    .mapToObj(value -> new BigDecimal(value)
                            .subtract(mean, MathContext.DECIMAL128)
                            .pow(2, MathContext.DECIMAL128))
                    .reduce(BigDecimal.ZERO, (a, b) -> a.add(b, MathContext.DECIMAL128))
                    .divide(BigDecimal.valueOf(n), MathContext.DECIMAL128)
                    .doubleValue();
            double away =
                    new BigDecimal(x[t]).subtract(mean, MathContext.DECIMAL128).doubleValue();

            assertThat(variance[t]).as("variance at %d", t).isCloseTo(expected, within(1e-9 * expected));
            assertThat(score[t])
                    .as("score at %d", t)
                    .isCloseTo(
                            away / Math.sqrt(expected),
                            within(1e-9 * Math.max(1, Math.abs(away) / Math.sqrt(expected))));
        }
    }

    @Test
    void whatIsInfiniteOrMissingStaysInItsWindows() {
        double[] x = new double[60];
        Arrays.setAll(x, i -> 1.1 * i);
        x[20] = Double.POSITIVE_INFINITY;
        x[40] = Double.NaN;
        for (Window window : List.<Window>of(
                Rolling::sum, Rolling::mean, Rolling::min, Rolling::max, Rolling::variance, Rolling::rank)) {
            double[] out = rolling(window, x, 5);
            for (int t = 4; t < x.length; t++) {
                if (t < 20 || t > 24) {
                    assertThat(Double.isFinite(out[t])).as("at %d", t).isEqualTo(t < 40 || t > 44);
                }
            }
        }
        assertThat(rolling(Rolling::sum, x, 5)[22]).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(rolling(Rolling::mean, x, 5)[22]).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(rolling(Rolling::min, x, 5)[22]).isEqualTo(x[18]);
    }

    @Test
    void theEndsOfAllNumbersAreNoTrouble() {
        double huge = 0.9 * Double.MAX_VALUE;
        assertThat(rolling(Rolling::sum, new double[] {huge, huge, huge}, 2)[1]).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(rolling(Rolling::mean, new double[] {huge, huge, huge, huge}, 1))
                .containsOnly(huge);
        assertThat(rolling(Rolling::mean, new double[] {huge, huge, huge, huge, huge}, 3)[4])
                .isEqualTo(huge);
        assertThat(rolling(Rolling::max, new double[] {-huge, huge}, 2)[1]).isEqualTo(huge);
        double[] tiny = {Double.MIN_VALUE, Double.MIN_VALUE, Double.MIN_VALUE, 3 * Double.MIN_VALUE};
        assertThat(rolling(Rolling::mean, tiny, 3)[2]).isEqualTo(Double.MIN_VALUE);
        assertThat(rolling(Rolling::sum, tiny, 3)[3]).isEqualTo(5 * Double.MIN_VALUE);
        assertThat(rolling(Rolling::zscore, new double[] {1e-320, 1e-320, 1e-320}, 3)[2])
                .isNaN();
    }

    @Test
    void noSeriesIsTooShort() {
        for (Window window : List.<Window>of(
                Rolling::sum,
                Rolling::mean,
                Rolling::min,
                Rolling::max,
                Rolling::variance,
                Rolling::zscore,
                Rolling::rank)) {
            assertThat(rolling(window, new double[] {}, 1)).isEmpty();
            assertThat(rolling(window, new double[] {}, 100_000)).isEmpty();
            assertThat(rolling(window, new double[] {2.5}, 2)).containsOnly(Double.NaN);
            assertThat(rolling(window, new double[] {2.5}, 100_000)).containsOnly(Double.NaN);
        }
        assertThat(rolling(Rolling::mean, new double[] {2.5}, 1)).containsExactly(2.5);
        assertThat(rolling(Rolling::rank, new double[] {2.5}, 1)).containsExactly(1);
    }

    private interface Window {
        void apply(double[] x, int n, double[] out, Scratch scratch);
    }

    private static double[] rolling(Window window, double[] x, int n) {
        double[] out = new double[x.length];
        // What an earlier market left in the array.
        Arrays.fill(out, 77);
        window.apply(x, n, out, new Scratch());
        return out;
    }

    private static double[] wild(Random random, int length, double magnitude) {
        return random.doubles(length)
                .map(value -> magnitude * Math.exp(8 * (value - 0.5)))
                .toArray();
    }

    /// A wild past, then a price that no longer moves.
    private static double[] standing(int past, int n, double magnitude) {
        double[] x = wild(new Random(past + 31L * n), past + 2 * n + 5, magnitude);
        Arrays.fill(x, past, x.length, 1.1 * magnitude);
        return x;
    }

    private static void shuffle(double[] values, Random random) {
        for (int i = values.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            double value = values[i];
            values[i] = values[other];
            values[other] = value;
        }
    }

    private static BigDecimal exactSum(double[] values) {
        return Arrays.stream(values).mapToObj(BigDecimal::new).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
