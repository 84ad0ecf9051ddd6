package io.github.parallelvalidation.trials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ReturnSeriesTest {
    static ReturnSeries from(long day, double... values) {
        return new ReturnSeries(LongStream.range(day, day + values.length).toArray(), values);
    }

    static double[] noise(int seed, int count) {
        return new Random(seed).doubles(count, -0.02, 0.02).toArray();
    }

    private static double[] scaled(double[] values, double factor) {
        return Arrays.stream(values).map(value -> factor * value).toArray();
    }

    /// numpy.corrcoef of forty values, of which the second series leaves out the first five.
    @Test
    void theCorrelationIsThatOfTheDaysInCommon() {
        double[] x = new double[40];
        double[] y = new double[40];
        for (int i = 0; i < x.length; i++) {
            x[i] = 0.01 * Math.sin(i);
            y[i] = 0.01 * Math.sin(i + 0.5) + 0.0001 * i;
        }
        ReturnSeries late = new ReturnSeries(LongStream.range(5, 40).toArray(), Arrays.copyOfRange(y, 5, y.length));

        assertThat(from(0, x).correlation(late)).isCloseTo(0.8736774461204012, within(1e-12));
        assertThat(late.correlation(from(0, x))).isEqualTo(from(0, x).correlation(late));
    }

    /// numpy.corrcoef of the same series without every seventh day of the first and every fifth of the second.
    @Test
    void daysThatOnlyOneSeriesHasAreLeftOut() {
        long[] x = LongStream.range(0, 90).filter(day -> day % 7 != 0).toArray();
        long[] y = LongStream.range(0, 90).filter(day -> day % 5 != 0).toArray();
        ReturnSeries one = new ReturnSeries(
                x,
                LongStream.of(x)
                        .mapToDouble(day -> 0.01 * Math.sin((double) day))
                        .toArray());
        ReturnSeries other = new ReturnSeries(
                y,
                LongStream.of(y).mapToDouble(day -> 0.01 * Math.cos(2.0 * day)).toArray());

        assertThat(one.correlation(other)).isCloseTo(-0.014920805576771152, within(1e-12));
        assertThat(other.correlation(one)).isEqualTo(one.correlation(other));
    }

    @Test
    void aSeriesGoesWithItselfAndAgainstItsMirrorImage() {
        double[] values = noise(1, 60);

        assertThat(from(0, values).correlation(from(0, scaled(values, 3)))).isCloseTo(1, within(1e-12));
        assertThat(from(0, values).correlation(from(0, scaled(values, -1)))).isCloseTo(-1, within(1e-12));
    }

    @Test
    void fewerThanThirtyDaysInCommonSayNothing() {
        double[] values = noise(1, 60);

        assertThat(from(0, values).correlation(from(30, Arrays.copyOfRange(values, 30, 60))))
                .isCloseTo(1, within(1e-12));
        assertThat(from(0, values).correlation(from(31, Arrays.copyOfRange(values, 31, 60))))
                .isZero();
        assertThat(from(0, values).correlation(from(1000, values))).isZero();
        assertThat(from(0).correlation(from(0))).isZero();
    }

    @Test
    void aSeriesThatStandsStillGoesWithNone() {
        double[] still = new double[60];
        Arrays.fill(still, 0.001);
        still[7] += 1e-16;

        assertThat(from(0, still).correlation(from(0, noise(1, 60)))).isZero();
        assertThat(from(0, still).correlation(from(0, still))).isZero();
    }

    @Test
    void seriesThatGoTogetherInAChainAreOneGroup() {
        double[] a = noise(1, 90);
        double[] b = noise(2, 90);
        double[] between = new double[90];
        for (int i = 0; i < between.length; i++) {
            between[i] = a[i] + b[i];
        }
        double[] more = scaled(a, 1.1);
        List<ReturnSeries> series =
                List.of(from(0, noise(3, 90)), from(0, a), from(0, b), from(0, noise(4, 90)), from(0, more));

        assertThat(from(0, between).correlation(from(0, a))).isGreaterThan(SingleLinkage.SAME);
        assertThat(from(0, between).correlation(from(0, b))).isGreaterThan(SingleLinkage.SAME);
        assertThat(from(0, a).correlation(from(0, b))).isLessThan(SingleLinkage.SAME);
        assertThat(SingleLinkage.firsts(series)).containsExactly(0, 1, 2, 3, 1);
        assertThat(SingleLinkage.firsts(List.of(
                        from(0, a), from(0, noise(3, 90)), from(0, b), from(0, between), from(0, noise(4, 90)))))
                .containsExactly(0, 1, 0, 0, 4);
        assertThat(SingleLinkage.firsts(List.of())).isEmpty();
    }
}
