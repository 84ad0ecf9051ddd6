package io.github.parallelvalidation.plan;

import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.workspace.StrategyId;
import java.util.List;
import java.util.OptionalInt;

/// The researcher's request for a run.
///
/// @param workers at most so many at once, or empty: as the settings say
/// @param atMost at most so many strategies, or empty: all that wait
/// @param strategies exactly these, whatever their known status; empty: those that await the tier
/// @param timeoutSeconds the time limit of one attempt, or empty: as the settings say
/// @param link the run's place in its chain
public record RunRequest(
        Tier tier,
        OptionalInt workers,
        OptionalInt atMost,
        List<StrategyId> strategies,
        OptionalInt timeoutSeconds,
        ChainLink link) {
    public RunRequest {
        strategies = List.copyOf(strategies);
    }

    /// A request for a first run without follow-up options.
    public RunRequest(
            Tier tier,
            OptionalInt workers,
            OptionalInt atMost,
            List<StrategyId> strategies,
            OptionalInt timeoutSeconds) {
        this(tier, workers, atMost, strategies, timeoutSeconds, ChainLink.FIRST);
    }

    /// The same for exactly these.
    public RunRequest naming(List<StrategyId> named) {
        return new RunRequest(tier, workers, atMost, named, timeoutSeconds, link);
    }

    public static RunRequest of(Tier tier) {
        return new RunRequest(tier, OptionalInt.empty(), OptionalInt.empty(), List.of(), OptionalInt.empty());
    }
}
