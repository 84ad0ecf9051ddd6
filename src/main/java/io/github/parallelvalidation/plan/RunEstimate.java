package io.github.parallelvalidation.plan;

import io.github.parallelvalidation.gate.Tier;
import java.util.OptionalDouble;

/// How long a run will take, as far as earlier runs tell.
///
/// @param strategies of the run
/// @param workers at once
/// @param seconds empty where nothing was measured at the tier yet
public record RunEstimate(Tier tier, int strategies, int workers, OptionalDouble seconds) {
    /// A run of more than so many says first how long it will take.
    public static final int MANY = 200;

    public static RunEstimate of(ExecutionPlan plan, Estimates known) {
        return new RunEstimate(
                plan.tier(),
                plan.strategies().size(),
                plan.workers(),
                known.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(plan.expectedSeconds()));
    }
}
