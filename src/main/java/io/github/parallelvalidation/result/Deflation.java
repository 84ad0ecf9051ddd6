package io.github.parallelvalidation.result;

import io.github.parallelvalidation.gate.AnnualSharpe;
import io.github.parallelvalidation.gate.FailureReason;
import io.github.parallelvalidation.gate.GateResult;
import io.github.parallelvalidation.gate.MetricNames;
import io.github.parallelvalidation.gate.Metrics;
import io.github.parallelvalidation.gate.Requirement;
import io.github.parallelvalidation.trials.DeflatedSharpe;
import io.github.parallelvalidation.trials.TrialStatistics;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// Computes the deflated Sharpe ratio for metrics that have a Sharpe ratio.
///
/// @param trials all trials so far, this run's included
/// @param minDsr the deflated Sharpe ratio must be above this, or null: shown, not a gate
public record Deflation(TrialStatistics trials, @Nullable Double minDsr) {
    Metrics deflate(Metrics metrics) {
        OptionalDouble sharpe = metrics.number(MetricNames.SHARPE);
        Metrics counted = metrics.with(MetricNames.DSR_TRIALS, trials.count());
        if (sharpe.isEmpty()) {
            return counted.without(MetricNames.DSR, "there is no sharpe");
        }
        OptionalDouble days = metrics.number(MetricNames.DAYS);
        OptionalDouble skewness = metrics.number(MetricNames.SKEWNESS);
        OptionalDouble kurtosis = metrics.number(MetricNames.KURTOSIS);
        if (days.isEmpty() || skewness.isEmpty() || kurtosis.isEmpty()) {
            return counted.without(MetricNames.DSR, "the worker reports no days, skewness and kurtosis");
        }
        if (trials.count() > 1 && trials.dailySharpeVariance().isEmpty()) {
            return counted.without(MetricNames.DSR, "only one trial has a sharpe");
        }
        double benchmark = DeflatedSharpe.expectedMaximum(
                trials.count(), trials.dailySharpeVariance().orElse(0));
        double dsr = DeflatedSharpe.probability(
                AnnualSharpe.toDaily(sharpe.getAsDouble()),
                benchmark,
                (int) days.getAsDouble(),
                skewness.getAsDouble(),
                kurtosis.getAsDouble());
        return Double.isFinite(dsr)
                ? counted.with(MetricNames.DSR, dsr)
                : counted.without(MetricNames.DSR, "skewness and kurtosis contradict the sharpe");
    }

    /// The gate, where the protocol asks for one.
    List<GateResult> gate(Metrics metrics) {
        return minDsr == null
                ? List.of()
                : List.of(GateResult.of(
                        MetricNames.DSR, metrics, new Requirement.MoreThan(minDsr), FailureReason.DSR_BELOW_THRESHOLD));
    }
}
