package io.github.parallelvalidation.result;

import io.github.parallelvalidation.gate.AnnualSharpe;
import io.github.parallelvalidation.gate.FailureReason;
import io.github.parallelvalidation.gate.GateResult;
import io.github.parallelvalidation.gate.MetricNames;
import io.github.parallelvalidation.gate.Metrics;
import io.github.parallelvalidation.gate.Requirement;
import io.github.parallelvalidation.trials.DeflatedSharpe;
import io.github.parallelvalidation.trials.ReturnShape;
import io.github.parallelvalidation.trials.SharpeInference;
import io.github.parallelvalidation.trials.TrialStatistics;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// Computes the deflated Sharpe ratio for metrics that have a Sharpe ratio, by the formula of 2025 and by that of 2014,
/// which other tools and our own earlier runs have.
///
/// @param trials all trials so far, this run's included
/// @param minDsr the deflated Sharpe ratio must be above this, or null: shown, not a gate
public record Deflation(TrialStatistics trials, @Nullable Double minDsr) {
    /// @param metrics with the [evidence][SharpeEvidence] of the ratio alone
    Metrics deflate(Metrics metrics) {
        OptionalDouble sharpe = metrics.number(MetricNames.SHARPE);
        Metrics counted = metrics.with(MetricNames.DSR_TRIALS, trials.effective())
                .with(MetricNames.DSR_TRIALS_COUNTED, trials.count());
        if (sharpe.isEmpty()) {
            return without(counted, "there is no sharpe");
        }
        OptionalDouble days = metrics.number(MetricNames.DAYS);
        if (days.isEmpty() || !SharpeEvidence.hasShape(metrics)) {
            return without(counted, "the worker reports no days, skewness and kurtosis");
        }
        if (trials.effective() > 1 && trials.dailySharpeVariance().isEmpty()) {
            return without(counted, "no two different trials have a sharpe");
        }
        double daily = AnnualSharpe.toDaily(sharpe.getAsDouble());
        return by2014(by2025(counted, daily, days.getAsDouble()), daily, days.getAsDouble());
    }

    /// The formula puts a normal number in the place of the maximum; where the trials spread less than their own errors
    /// would make them, it lets many trials speak for a strategy. They never do: `dsr` is at most `psr`.
    private Metrics by2025(Metrics metrics, double sharpe, double days) {
        double dsr =
                SharpeInference.deflated(sharpe, trials.effective(), variance(), days, SharpeEvidence.shape(metrics));
        return put(
                metrics,
                MetricNames.DSR,
                Math.min(dsr, metrics.number(MetricNames.PSR).orElse(1)));
    }

    private Metrics by2014(Metrics metrics, double sharpe, double days) {
        ReturnShape shape = SharpeEvidence.shape(metrics);
        double benchmark = DeflatedSharpe.expectedMaximum(trials.count(), variance());
        return put(
                metrics,
                MetricNames.DSR_2014,
                DeflatedSharpe.probability(sharpe, benchmark, days, shape.skewness(), shape.kurtosis()));
    }

    private double variance() {
        return trials.dailySharpeVariance().orElse(0);
    }

    private static Metrics put(Metrics metrics, String name, double probability) {
        return Double.isFinite(probability)
                ? metrics.with(name, probability)
                : metrics.without(name, SharpeEvidence.CONTRADICTION);
    }

    private static Metrics without(Metrics metrics, String why) {
        return metrics.without(MetricNames.DSR, why).without(MetricNames.DSR_2014, why);
    }

    /// The gate, where the protocol asks for one.
    List<GateResult> gate(Metrics metrics) {
        return minDsr == null
                ? List.of()
                : List.of(GateResult.of(
                        MetricNames.DSR, metrics, new Requirement.MoreThan(minDsr), FailureReason.DSR_BELOW_THRESHOLD));
    }
}
