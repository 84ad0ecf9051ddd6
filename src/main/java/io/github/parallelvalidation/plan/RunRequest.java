package io.github.parallelvalidation.plan;

import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.workspace.StrategyId;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;

/// The researcher's request for a run.
///
/// @param workers at most so many at once, or empty: as the settings say
/// @param atMost at most so many strategies, or empty: all that wait
/// @param strategies exactly these, whatever their known status; empty: those that await the tier
/// @param timeoutSeconds the time limit of one attempt, or empty: as the settings say
/// @param link the run's place in its chain
/// @param remarks what is to be said of the request with the run's alerts
public record RunRequest(
        Tier tier,
        OptionalInt workers,
        OptionalInt atMost,
        List<StrategyId> strategies,
        OptionalInt timeoutSeconds,
        ChainLink link,
        List<String> remarks) {
    public RunRequest {
        strategies = List.copyOf(strategies);
        remarks = List.copyOf(remarks);
    }

    /// A request of which there is nothing to say.
    public RunRequest(
            Tier tier,
            OptionalInt workers,
            OptionalInt atMost,
            List<StrategyId> strategies,
            OptionalInt timeoutSeconds,
            ChainLink link) {
        this(tier, workers, atMost, strategies, timeoutSeconds, link, List.of());
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
        return new RunRequest(tier, workers, atMost, named, timeoutSeconds, link, remarks);
    }

    /// The same with something more to say.
    public RunRequest remarking(List<String> more) {
        List<String> all = Stream.concat(remarks.stream(), more.stream()).toList();
        return new RunRequest(tier, workers, atMost, strategies, timeoutSeconds, link, all);
    }

    public static RunRequest of(Tier tier) {
        return new RunRequest(tier, OptionalInt.empty(), OptionalInt.empty(), List.of(), OptionalInt.empty());
    }
}
