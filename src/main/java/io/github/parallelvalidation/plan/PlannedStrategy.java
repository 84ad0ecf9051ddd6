package io.github.parallelvalidation.plan;

import io.github.parallelvalidation.workspace.StrategyId;
import org.jspecify.annotations.Nullable;

/// One strategy of a plan.
///
/// @param statusBefore the status exactly as written in the queue, from behind its colon on, or null where it is
///     absent: what a cancelled run restores
/// @param estimatedSeconds expected duration of its worker
/// @param withoutL0Pass whether somebody insisted: L1 is run although it has not passed L0
public record PlannedStrategy(
        StrategyId id, String name, @Nullable String statusBefore, double estimatedSeconds, boolean withoutL0Pass) {

    public PlannedStrategy(StrategyId id, String name, @Nullable String statusBefore, double estimatedSeconds) {
        this(id, name, statusBefore, estimatedSeconds, false);
    }
}
