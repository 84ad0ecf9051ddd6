package io.github.parallelvalidation.result;

import io.github.parallelvalidation.gate.AnnualSharpe;
import io.github.parallelvalidation.gate.MetricNames;
import io.github.parallelvalidation.gate.Metrics;
import io.github.parallelvalidation.gate.TierGates;
import io.github.parallelvalidation.trials.ReturnShape;
import io.github.parallelvalidation.trials.SharpeInference;
import java.util.OptionalDouble;

/// Adds what a Sharpe ratio says by itself, before it is held against other trials: how probable it is that the true
/// one is above 0, how long a record it would take to say so, and whether this one is long enough to tell. Computed
/// here for every worker alike.
final class SharpeEvidence {
    private static final String NO_SHAPE = "the worker reports no skewness and kurtosis";
    static final String CONTRADICTION = "no returns can have this skewness and kurtosis";

    private SharpeEvidence() {}

    /// @param gates those of L1, whose Sharpe ratio is the one that the power is computed for
    static Metrics of(Metrics metrics, TierGates gates) {
        OptionalDouble sharpe = metrics.number(MetricNames.SHARPE);
        OptionalDouble days = metrics.number(MetricNames.DAYS);
        Metrics known = metrics.values().containsKey(MetricNames.AUTOCORRELATION)
                ? metrics
                : metrics.without(
                        MetricNames.AUTOCORRELATION, "the worker reports none; counted as 0, a series without memory");
        if (sharpe.isEmpty() || days.isEmpty() || days.getAsDouble() < 1) {
            String why = sharpe.isEmpty() ? "there is no sharpe" : "the worker reports no days";
            return known.without(MetricNames.PSR, why)
                    .without(MetricNames.MIN_TRACK_RECORD_DAYS, why)
                    .without(MetricNames.SHARPE_POWER, why);
        }
        double daily = AnnualSharpe.toDaily(sharpe.getAsDouble());
        ReturnShape shape = shape(metrics);
        double psr = SharpeInference.probability(daily, 0, days.getAsDouble(), shape);
        OptionalDouble length = SharpeInference.minimumTrackRecord(daily, 0, shape, SharpeInference.SIGNIFICANCE);
        Metrics measured = known.with(MetricNames.PSR, psr);
        measured = length.isPresent() && Double.isFinite(length.getAsDouble())
                ? measured.with(MetricNames.MIN_TRACK_RECORD_DAYS, length.getAsDouble())
                : measured.without(
                        MetricNames.MIN_TRACK_RECORD_DAYS, "never: no record shows a ratio that is not above 0");
        return power(measured, gates.thresholds().getOrDefault(MetricNames.SHARPE, 0.0), days.getAsDouble(), shape);
    }

    /// Without skewness and kurtosis that of normal returns, which nothing that is compared with 0 depends on.
    static ReturnShape shape(Metrics metrics) {
        return new ReturnShape(
                metrics.number(MetricNames.SKEWNESS).orElse(ReturnShape.NORMAL.skewness()),
                metrics.number(MetricNames.KURTOSIS).orElse(ReturnShape.NORMAL.kurtosis()),
                metrics.number(MetricNames.AUTOCORRELATION).orElse(ReturnShape.NORMAL.autocorrelation()));
    }

    static boolean hasShape(Metrics metrics) {
        return metrics.number(MetricNames.SKEWNESS).isPresent()
                && metrics.number(MetricNames.KURTOSIS).isPresent();
    }

    private static Metrics power(Metrics metrics, double gate, double days, ReturnShape shape) {
        if (gate <= 0) {
            return metrics.without(MetricNames.SHARPE_POWER, "the gate asks for no sharpe above 0");
        }
        if (!hasShape(metrics)) {
            return metrics.without(MetricNames.SHARPE_POWER, NO_SHAPE);
        }
        double power = SharpeInference.power(0, AnnualSharpe.toDaily(gate), days, shape, SharpeInference.SIGNIFICANCE);
        return Double.isFinite(power)
                ? metrics.with(MetricNames.SHARPE_POWER, power)
                : metrics.without(MetricNames.SHARPE_POWER, CONTRADICTION);
    }
}
