package io.github.parallelvalidation.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.parallelvalidation.gate.L1Gates;
import io.github.parallelvalidation.gate.MetricNames;
import io.github.parallelvalidation.gate.Metrics;
import io.github.parallelvalidation.trials.TrialStatistics;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/// What the whole run adds to the Sharpe ratio that a worker reports, its own or a foreign one.
class DeflationTest {
    private static final double ROOT_OF_A_YEAR = Math.sqrt(365);

    private static Metrics reported(double daily, int days) {
        return Metrics.NONE.with(MetricNames.SHARPE, daily * ROOT_OF_A_YEAR).with(MetricNames.DAYS, days);
    }

    private static Metrics withShape(double daily, int days, double skewness, double kurtosis) {
        return reported(daily, days).with(MetricNames.SKEWNESS, skewness).with(MetricNames.KURTOSIS, kurtosis);
    }

    private static Metrics evidence(Metrics metrics) {
        return SharpeEvidence.of(metrics, L1Gates.DEFAULT);
    }

    private static Metrics deflated(Metrics metrics, int counted, double effective, double variance) {
        return deflated(metrics, new TrialStatistics(counted, effective, OptionalDouble.of(variance)));
    }

    private static Metrics deflated(Metrics metrics, TrialStatistics trials) {
        return new Deflation(trials, null).deflate(evidence(metrics));
    }

    /// The example of the paper of 2025, its months taken as days.
    @Test
    void aForeignWorkersMetricsAreEnough() {
        Metrics metrics = deflated(withShape(0.036 / 0.079, 24, -2.448, 10.164), 12, 10, 0.1);

        assertThat(metrics.number("psr").orElseThrow()).isCloseTo(0.987, within(0.0005));
        assertThat(metrics.number("min_track_record_days").orElseThrow()).isCloseTo(13.029, within(0.0005));
        assertThat(metrics.number("dsr").orElseThrow()).isCloseTo(0.416, within(0.0005));
        assertThat(metrics.number("dsr_trials")).hasValue(10);
        assertThat(metrics.number("dsr_trials_counted")).hasValue(12);
        assertThat(metrics.values()).containsEntry("autocorrelation", null);
        assertThat(metrics.whyMissing("autocorrelation"))
                .isEqualTo("the worker reports none; counted as 0, a series without memory");
    }

    /// That of 2014: 1,250 days, a daily ratio of 2.5 over the root of 250, 100 trials.
    @Test
    void theFormulaOf2014CountsEveryTrialInFull() {
        Metrics metrics = deflated(withShape(2.5 / Math.sqrt(250), 1250, -3, 10), 100, 3, 0.5 / 250);

        assertThat(metrics.number("dsr_2014").orElseThrow()).isCloseTo(0.9003968344493903, within(1e-9));
        assertThat(metrics.number("dsr").orElseThrow()).isGreaterThan(0.98);
    }

    @Test
    void anAutocorrelationMakesTheSameRatioLessSure() {
        Metrics plain = withShape(0.1, 200, 0, 3);
        Metrics withMemory = evidence(plain.with(MetricNames.AUTOCORRELATION, 0.3));

        assertThat(withMemory.number("psr").orElseThrow())
                .isLessThan(evidence(plain).number("psr").orElseThrow());
        assertThat(withMemory.number("min_track_record_days").orElseThrow())
                .isCloseTo(
                        1.3
                                / 0.7
                                * evidence(plain)
                                        .number("min_track_record_days")
                                        .orElseThrow(),
                        within(1e-9));
        assertThat(withMemory.number("autocorrelation")).hasValue(0.3);
    }

    @Test
    void aRatioThatIsNotAboveZeroNeverHasARecordLongEnough() {
        Metrics metrics = evidence(withShape(-0.05, 365, 0, 3));

        assertThat(metrics.number("psr").orElseThrow()).isBetween(0.0, 0.5);
        assertThat(metrics.values()).containsEntry("min_track_record_days", null);
        assertThat(metrics.whyMissing("min_track_record_days")).startsWith("never");
    }

    @Test
    void withoutASharpeRatioThereIsNoneOfItAndTheReasonIsSaid() {
        Metrics metrics = deflated(Metrics.NONE.without(MetricNames.SHARPE, "no trades"), 5, 5, 0.1);

        assertThat(metrics.numbers()).containsOnlyKeys("dsr_trials", "dsr_trials_counted");
        for (String name : new String[] {"psr", "min_track_record_days", "sharpe_power", "dsr", "dsr_2014"}) {
            assertThat(metrics.whyMissing(name)).as(name).isEqualTo("there is no sharpe");
        }
    }

    @Test
    void withoutSkewnessAndKurtosisWhatDoesNotNeedThemIsThere() {
        Metrics metrics = deflated(reported(0.1, 365), 5, 5, 0.1);

        assertThat(metrics.numbers()).containsKeys("psr", "min_track_record_days");
        assertThat(metrics.whyMissing("sharpe_power")).isEqualTo("the worker reports no skewness and kurtosis");
        assertThat(metrics.whyMissing("dsr")).isEqualTo("the worker reports no days, skewness and kurtosis");
    }

    @Test
    void aShapeThatNoReturnsHaveIsNamed() {
        Metrics metrics = deflated(withShape(0.1, 365, 400, 1), 5, 5, 0.1);

        assertThat(metrics.whyMissing("sharpe_power")).isEqualTo(SharpeEvidence.CONTRADICTION);
        assertThat(metrics.whyMissing("dsr")).isEqualTo(SharpeEvidence.CONTRADICTION);
    }

    @Test
    void anIdeaThatWasTriedTenTimesIsAsProbableAsOneTriedOnce() {
        Metrics metrics = withShape(0.05, 365, 0, 3);
        Metrics once = deflated(metrics, new TrialStatistics(1, 1, OptionalDouble.empty()));
        Metrics tenTimes = deflated(metrics, new TrialStatistics(10, 1, OptionalDouble.empty()));

        assertThat(once.number("dsr")).isPresent().isEqualTo(once.number("psr"));
        assertThat(tenTimes.number("dsr")).isEqualTo(once.number("dsr"));
        assertThat(tenTimes.number("dsr_2014")).isEqualTo(once.number("dsr_2014"));
    }

    @Test
    void trialsWhoseSpreadIsNotKnownDeflateNothingAndTheReasonIsSaid() {
        Metrics metrics = deflated(withShape(0.05, 365, 0, 3), new TrialStatistics(10, 9, OptionalDouble.empty()));

        assertThat(metrics.whyMissing("dsr")).isEqualTo("no two different trials have a sharpe");
        assertThat(metrics.whyMissing("dsr_2014")).isEqualTo("no two different trials have a sharpe");
    }

    @Test
    void trialsNeverSpeakForAStrategy() {
        Metrics metrics = deflated(withShape(0.05, 365, 0, 3), 20, 20, 1e-6);

        assertThat(metrics.number("dsr")).isEqualTo(metrics.number("psr"));
    }

    @Test
    void trialsThatAllScoredTheSameDeflateNothing() {
        Metrics metrics = deflated(withShape(0.05, 365, 0, 3), 20, 20, 0);

        assertThat(metrics.number("dsr").orElseThrow()).isBetween(0.5, 1.0);
    }
}
