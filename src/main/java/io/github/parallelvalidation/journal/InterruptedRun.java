package io.github.parallelvalidation.journal;

import io.github.parallelvalidation.workspace.StrategyId;
import java.util.List;

/// An interrupted run and the state it had reached.
///
/// @param found the state of each strategy of its plan, in the plan's order
public record InterruptedRun(String runId, List<Found> found) {
    public InterruptedRun {
        found = List.copyOf(found);
    }

    /// The state of one strategy of an interrupted run, and what resuming would do with it.
    ///
    /// @param isFinal whether it is not run again
    public record Found(StrategyId id, boolean isFinal, String sentence) {}

    /// The number of strategies that are not run again.
    public long finished() {
        return found.stream().filter(Found::isFinal).count();
    }

    /// `2 of 5 strategies had finished.`
    public String summary() {
        return "%d of %d strategies had finished.".formatted(finished(), found.size());
    }
}
