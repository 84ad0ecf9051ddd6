package io.github.parallelvalidation.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.parallelvalidation.data.Bars;
import io.github.parallelvalidation.data.Timeframe;
import io.github.parallelvalidation.gate.L0Gates;
import io.github.parallelvalidation.gate.Metrics;
import io.github.parallelvalidation.luck.PlaceboWorlds;
import io.github.parallelvalidation.strategy.Signals;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class L0ScreenTest {
    private static final int START = 250;

    /// The same 1000 bars were made in Python; the expected values are SciPy's (`spearmanr`, `binomtest`) and those
    /// of a loop over all shifts with `np.roll` and `np.corrcoef`. Programs are judged by the circular shift.
    @Test
    void allMetricsAreThoseOfScipyAndALoopOverAllShifts() {
        Sample sample = new Sample(1000);
        Metrics metrics = screen(sample, START, 4);

        assertThat(metrics.values())
                .containsEntry("signal_frequency", 78)
                .containsEntry("observations", 745)
                .containsEntry("conflicts", 0);
        assertNumber(metrics, "hit_rate", 46.0 / 78);
        assertNumber(metrics, "hit_rate_p_value", 0.14053828626952242);
        assertNumber(metrics, "hit_rate_base", 0.5061435209086216);
        assertNumber(metrics, "ic", 0.14943515585859987);
        assertNumber(metrics, "ic_p_value", 2.0 / 647);
        assertNumber(metrics, "luck", 241.0 / 646);
        assertThat(metrics.values().get("ic_by_month"))
                .asInstanceOf(InstanceOfAssertFactories.map(String.class, Double.class))
                .containsOnlyKeys("2025-01", "2025-02")
                .hasEntrySatisfying("2025-01", ic -> assertThat(ic).isCloseTo(0.06014466023160409, within(1e-12)))
                .hasEntrySatisfying("2025-02", ic -> assertThat(ic).isCloseTo(0.306134911153222, within(1e-12)));
        assertThat(metrics.reasons()).containsExactly(Map.entry("ic_noise_95", "the circular shift gives none"));
    }

    @Test
    void tooFewObservationsLeaveOnlyTheCounts() {
        Metrics metrics = screen(new Sample(204), 0, 4);

        assertThat(metrics.values()).containsEntry("observations", 199).containsEntry("ic", null);
        for (String name :
                new String[] {"hit_rate", "hit_rate_p_value", "hit_rate_base", "ic", "ic_p_value", "luck", "ic_by_month"
                }) {
            assertThat(metrics.whyMissing(name)).isEqualTo("too few observations");
        }
        assertThat(metrics.number("signal_frequency")).isPresent();
        assertThat(screen(new Sample(205), 0, 4).number("ic")).isPresent();
        // A horizon of 100 asks for a shift of 200, and for four times as many observations.
        assertThat(screen(new Sample(900), 0, 100).whyMissing("ic")).isEqualTo("too few observations");
        assertThat(screen(new Sample(901), 0, 100).number("ic")).isPresent();
    }

    @Test
    void aConstantScoreHasNoIcButHitRates() {
        Sample sample = new Sample(1000);
        Arrays.fill(sample.score, 3);
        Metrics metrics = screen(sample, START, 4);

        assertThat(metrics.number("hit_rate")).isPresent();
        for (String name : new String[] {"ic", "ic_p_value", "luck"}) {
            assertThat(metrics.values()).containsEntry(name, null);
            assertThat(metrics.whyMissing(name)).isEqualTo("the score is constant");
        }
    }

    @Test
    void withoutEventsThereIsNoHitRateAndNoLuck() {
        Sample sample = new Sample(1000);
        Arrays.fill(sample.longs, false);
        Arrays.fill(sample.shorts, false);
        Metrics metrics = screen(sample, START, 4);

        assertThat(metrics.values())
                .containsEntry("signal_frequency", 0)
                .containsEntry("hit_rate", null)
                .containsEntry("luck", 0.0);
        assertThat(metrics.whyMissing("hit_rate")).isEqualTo("no signal events");
        assertThat(metrics.number("ic")).isPresent();
    }

    @Test
    void anEventBeginsInTheWindowAndTwoOnOneBarCancel() {
        Sample sample = new Sample(300);
        Arrays.fill(sample.longs, false);
        Arrays.fill(sample.shorts, false);
        Arrays.fill(sample.longs, 8, 12, true);
        Arrays.fill(sample.longs, 20, 25, true);
        Arrays.fill(sample.shorts, 22, 24, true);
        Arrays.fill(sample.longs, 30, 33, true);
        Arrays.fill(sample.shorts, 30, 31, true);
        sample.longs[299] = true;

        // The first long began before bar 10; bar 30 is a conflict; the last bar counts although it has no return.
        assertThat(screen(sample, 10, 4).values())
                .containsEntry("signal_frequency", 3)
                .containsEntry("conflicts", 1);
        sample.longs[0] = true;
        assertThat(screen(sample, 0, 4).values()).containsEntry("signal_frequency", 5);
    }

    @Test
    void barsWithoutAScoreAreNotObserved() {
        Sample sample = new Sample(1000);
        sample.score[300] = Double.NaN;
        sample.score[301] = Double.POSITIVE_INFINITY;
        Metrics metrics = screen(sample, START, 4);

        assertThat(metrics.values()).containsEntry("observations", 743);
        assertThat(metrics.number("ic")).isPresent();
    }

    private static void assertNumber(Metrics metrics, String name, double expected) {
        assertThat(metrics.number(name).orElseThrow()).as(name).isCloseTo(expected, within(1e-12));
    }

    private static Metrics screen(Sample sample, int start, int horizon) {
        Signals signals = new Signals(
                sample.score,
                sample.longs,
                sample.shorts,
                new boolean[sample.longs.length],
                new boolean[sample.longs.length]);
        return new L0Screen(
                        new MarketWorlds(sample.bars(), start),
                        L0Gates.DEFAULT,
                        PlaceboWorlds.DEFAULT,
                        ProgressListener.SILENT)
                .measure(Strategies.withProgram(horizon), signals)
                .metrics();
    }

    /// A price that a persistent score with ties says a little about.
    private static final class Sample {
        private final double[] score;
        private final boolean[] longs;
        private final boolean[] shorts;
        private final double[] open;
        private long state = 42;

        Sample(int length) {
            score = new double[length];
            longs = new boolean[length];
            shorts = new boolean[length];
            open = new double[length];
            double price = 100;
            double trend = 0;
            for (int i = 0; i < length; i++) {
                double u = next();
                double w = next();
                trend = 0.9 * trend + (u - 0.5);
                score[i] = Math.floor(trend * 8) / 8;
                longs[i] = score[i] > 0.5;
                shorts[i] = score[i] < -0.5;
                open[i] = price;
                price = i % 10 == 0 ? price : price * (1 + 0.01 * (w - 0.5) + 0.0008 * trend);
            }
        }

        private double next() {
            state = (state * 1_103_515_245 + 12_345) % (1L << 31);
            return (double) state / (1L << 31);
        }

        Bars bars() {
            long first = Instant.parse("2025-01-01T00:00:00Z").toEpochMilli();
            long[] time = new long[open.length];
            Arrays.setAll(time, i -> first + i * Timeframe.H1.millis());
            return new Bars("TEST", Timeframe.H1, "formula", time, open, open, open, open, open);
        }
    }
}
