package io.github.parallelvalidation.plan;

import io.github.parallelvalidation.gate.Tier;
import java.time.Instant;
import java.util.List;

/// What a run is going to do.
///
/// @param runId UTC start time, `yyyy-MM-dd-HHmmss`
/// @param workers workers at once, 0 where nothing is pending
/// @param queueDepth strategies that awaited the tier when the plan was made
public record ExecutionPlan(
        String runId, Instant startedAt, Tier tier, int workers, int queueDepth, List<PlannedStrategy> strategies) {
    public ExecutionPlan {
        strategies = List.copyOf(strategies);
    }
}
