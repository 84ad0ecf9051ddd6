package io.github.parallelvalidation.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.parallelvalidation.data.Bars;
import io.github.parallelvalidation.data.Timeframe;
import io.github.parallelvalidation.strategy.Signals;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceboTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 200, 256, 257, 258, 410, 819, 1000, 1023, 1024, 1025, 1030, 1640})
    void theTransformGivesTheSumsOfALoop(int n) {
        Random random = new Random(n);
        double[] a = random.doubles(n, -1, 1).toArray();
        double[] b = random.doubles(n, -1, 1).toArray();
        double[] c = random.doubles(n, -1, 1).toArray();
        double[] d = random.doubles(n, -1, 1).toArray();
        CircularCorrelation sums = CircularCorrelation.of(a, b, c, d);

        for (int k = 0; k < n; k++) {
            assertThat(sums.first(k)).isCloseTo(at(a, b, k), within(1e-12));
            assertThat(sums.second(k)).isCloseTo(at(c, d, k), within(1e-12));
        }
    }

    @Test
    void theTransformKeepsItsDigitsOnLongSeriesToo() {
        int n = 262_787;
        Random random = new Random(5);
        // The worst case for rounding: both series rise, so that the sums are as large as they can be.
        double[] x = new double[n];
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = i + 10 * random.nextGaussian();
            y[i] = Math.floor((i + 10 * random.nextGaussian()) / 7);
        }
        Ranks a = Ranks.of(x);
        Ranks b = Ranks.of(y);
        CircularCorrelation sums =
                CircularCorrelation.of(a.standardised(), b.standardised(), b.standardised(), a.standardised());

        for (int k : new int[] {0, 1, 50, 1234, 130_000, 262_100, 262_786}) {
            assertThat(sums.first(k) / n).isCloseTo(at(a.centered(), b.centered(), k) / a.scale(b), within(1e-13));
        }
    }

    /// With 500 bars few pairs are counted one by one, with 20,000 many by a transform.
    @ParameterizedTest
    @ValueSource(ints = {500, 20_000})
    void movedEventsHitWhatALoopSaysTheyHit(int n) {
        Random random = new Random(n);
        // Whole prices, so that many returns are 0.
        double[] open = random.ints(n + 2, 10, 13).asDoubleStream().toArray();
        boolean[] longs = truths(random, n + 2);
        boolean[] shorts = truths(random, n + 2);
        Signals signals =
                new Signals(random.doubles(n + 2).toArray(), longs, shorts, new boolean[n + 2], new boolean[n + 2]);
        long[] time = LongStream.range(0, n + 2).map(i -> i * 3_600_000).toArray();
        Bars bars = new Bars("X", Timeframe.H1, "test", time, open, open, open, open, open);
        Observations observations = Observations.of(bars, 0, signals.score(), SignalEvents.of(signals, 0), 1);
        ShiftedScreens screens =
                ShiftedScreens.of(observations, Ranks.of(observations.score()), Ranks.of(observations.forward()));

        assertThat(observations.count()).isEqualTo(n);
        for (int k = 0; k < n; k += 1 + n / 500) {
            int hits = 0;
            int counted = 0;
            for (int i = 0; i < n; i++) {
                double result = observations.directions()[i] * observations.forward()[(i + k) % n];
                hits += result > 0 ? 1 : 0;
                counted += result != 0 ? 1 : 0;
            }
            assertThat(screens.hits(k)).isEqualTo(hits);
            assertThat(screens.counted(k)).isEqualTo(counted);
        }
    }

    private static boolean[] truths(Random random, int n) {
        boolean[] truths = new boolean[n];
        for (int i = 0; i < n; i++) {
            truths[i] = random.nextInt(3) == 0;
        }
        return truths;
    }

    @Test
    void ranksAreThoseOfTheSortedValues() {
        Random random = new Random(8);
        double[] values = random.doubles(5000)
                .map(x -> Math.rint(400 * (x - 0.5)) * 1e-300)
                .toArray();
        values[7] = Double.MAX_VALUE;
        values[8] = -Double.MAX_VALUE;
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int[] ranks = Ranks.of(values).centered();

        for (int i = 0; i < values.length; i++) {
            double value = values[i];
            long below = Arrays.stream(sorted).filter(x -> x < value).count();
            long equal = Arrays.stream(sorted).filter(x -> x == value).count();
            assertThat(ranks[i]).isEqualTo((int) (2 * below + equal + 1) - (values.length + 1));
        }
    }

    @Test
    void ranksOfAStretchAreThoseOfItsOwnValues() {
        double[] values = new Random(9).ints(1000, 0, 50).asDoubleStream().toArray();
        Ranks ranks = new Ranks(1000).rank(values, 0, 1000).rank(values, 300, 900);

        assertThat(ranks.count()).isEqualTo(600);
        assertThat(Arrays.copyOf(ranks.centered(), 600))
                .isEqualTo(Ranks.of(Arrays.copyOfRange(values, 300, 900)).centered());
        assertThat(ranks.rank(values, 5, 5).isConstant()).isTrue();
    }

    /// Values over all orders of magnitude, clustered, and nearly equal: most share an interval with many others.
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void ranksAreExactHoweverTheValuesLie(int kind) {
        Random random = new Random(kind);
        double[] values = random.doubles(3000, -1, 1)
                .map(x -> switch (kind) {
                    case 1 -> Math.signum(x) * Math.pow(10, 600 * Math.abs(x) - 300);
                    case 2 -> 1e9 + Math.rint(x * 40) * 1e-7;
                    case 3 -> x < 0 ? Math.nextUp(x * 1e-310) : 5 + x * 1e-13;
                    default -> Math.rint(x);
                })
                .toArray();
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int[] ranks = Ranks.of(values).centered();

        for (int i = 0; i < values.length; i += 7) {
            double value = values[i];
            long below = Arrays.stream(sorted).filter(x -> x < value).count();
            long equal = Arrays.stream(sorted).filter(x -> x == value).count();
            assertThat(ranks[i]).isEqualTo((int) (2 * below + equal + 1) - (values.length + 1));
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

    private static double at(double[] a, double[] b, int k) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[(i + k) % a.length];
        }
        return sum;
    }

    private static long at(int[] a, int[] b, int k) {
        long sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (long) a[i] * b[(i + k) % a.length];
        }
        return sum;
    }
}
