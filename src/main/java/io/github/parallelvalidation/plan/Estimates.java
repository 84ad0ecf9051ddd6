package io.github.parallelvalidation.plan;

import io.github.parallelvalidation.number.Median;
import io.github.parallelvalidation.workspace.StrategyId;
import java.util.Map;

/// Expected durations, from what earlier runs measured.
///
/// @param measured seconds of each strategy's last attempt at this tier
public record Estimates(Map<StrategyId, Double> measured) {
    /// Before anything was measured: about what the built-in worker needs for six months of hourly bars.
    static final double UNMEASURED_SECONDS = 1.0;

    public Estimates {
        measured = Map.copyOf(measured);
    }

    public boolean isEmpty() {
        return measured.isEmpty();
    }

    /// The strategy's own last time, else the median of the others.
    public double seconds(StrategyId id) {
        Double own = measured.get(id);
        return own != null ? own : measured.isEmpty() ? UNMEASURED_SECONDS : Median.of(measured.values());
    }
}
