package io.github.parallelvalidation.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceboTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 200, 257, 410, 819, 1000, 1023, 1640})
    void theTransformGivesTheSumsOfALoop(int n) {
        Random random = new Random(n);
        int[] a = random.ints(n, -n, n + 1).toArray();
        int[] b = random.ints(n, -n, n + 1).toArray();

        assertThat(CircularCorrelation.of(a, b)).isEqualTo(loop(a, b));
    }

    @Test
    void theTransformIsExactForLongSeriesToo() {
        int n = 260_000;
        Random random = new Random(5);
        // The worst case for rounding: both series rise, so that the sums are as large as they can be.
        double[] x = new double[n];
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = i + 10 * random.nextGaussian();
            y[i] = Math.floor((i + 10 * random.nextGaussian()) / 7);
        }
        int[] a = Ranks.of(x).centered();
        int[] b = Ranks.of(y).centered();
        long[] sums = CircularCorrelation.of(a, b);

        for (int k : new int[] {0, 1, 50, 1234, 130_000, 259_999}) {
            assertThat(sums[k]).isEqualTo(at(a, b, k));
        }
    }

    @Test
    void bothWaysToMoveTheEventsAgree() {
        Random random = new Random(3);
        int[] direction = random.ints(500, -1, 2).toArray();
        int[] outcome = random.ints(500, -1, 2).toArray();
        long events = Arrays.stream(direction).filter(d -> d != 0).count();
        ShiftedHits loop = ShiftedHits.byLoop(direction, outcome);
        ShiftedHits transform = ShiftedHits.byTransform(direction, outcome, events, true);

        for (int k = 0; k < 500; k++) {
            assertThat(transform.hits(k)).isEqualTo(loop.hits(k));
            assertThat(transform.counted(k)).isEqualTo(loop.counted(k));
            long expected = 0;
            for (int i = 0; i < 500; i++) {
                expected += direction[i] * outcome[(i + k) % 500] > 0 ? 1 : 0;
            }
            assertThat(loop.hits(k)).isEqualTo(expected);
        }
    }

    /// From `scipy.stats.rankdata`: [3.5, 1.5, 3.5, 1.5, 5], doubled, less 6.
    @Test
    void tiesShareTheirMeanRankAndMinusZeroIsZero() {
        Ranks ranks = Ranks.of(new double[] {2, -0.0, 2, 0.0, 9});

        assertThat(ranks.centered()).containsExactly(1, -3, 1, -3, 4);
        assertThat(Ranks.of(new double[] {7, 7, 7}).isConstant()).isTrue();
        double[] many = new double[100];
        many[99] = 1;
        assertThat(Ranks.of(many).centered()).startsWith(-1, -1).endsWith(-1, 99);
    }

    /// From `scipy.stats.binomtest(hits, trials).pvalue`.
    @ParameterizedTest
    @CsvSource({
        "0, 1, 1.0",
        "5, 10, 1.0",
        "45, 100, 0.36820161732669576",
        "228, 391, 0.001181873246134217",
        "4000, 8200, 0.027972423571324283",
        "2, 31, 4.628673195838928e-07"
    })
    void theBinomialTestIsExact(int hits, int trials, double expected) {
        assertThat(Binomial.fairCoinPValue(hits, trials)).isCloseTo(expected, within(1e-11 * expected));
        assertThat(Binomial.fairCoinPValue(trials - hits, trials)).isEqualTo(Binomial.fairCoinPValue(hits, trials));
    }

    private static long[] loop(int[] a, int[] b) {
        long[] sums = new long[a.length];
        for (int k = 0; k < a.length; k++) {
            sums[k] = at(a, b, k);
        }
        return sums;
    }

    private static long at(int[] a, int[] b, int k) {
        long sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (long) a[i] * b[(i + k) % a.length];
        }
        return sum;
    }
}
