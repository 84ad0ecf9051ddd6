package io.github.parallelvalidation.plan;

import io.github.parallelvalidation.queue.QueueEntry;
import io.github.parallelvalidation.queue.Status;
import io.github.parallelvalidation.workspace.StrategyId;
import java.util.Map;

/// Who has passed L0. L1 is for those: a backtest of what the screen refused is one more chance for luck. It is not run
/// by accident; where somebody insists it is run, and its result says so for ever.
///
/// @param recorded what runs have recorded last of each strategy: whether it had passed L0
public record L0Passes(Map<StrategyId, Boolean> recorded) {
    public static final L0Passes NONE = new L0Passes(Map.of());

    public L0Passes {
        recorded = Map.copyOf(recorded);
    }

    /// The status says it, unless it does not tell, or speaks of L1 and there is a record that says otherwise.
    public boolean has(QueueEntry entry) {
        if (entry.status() == Status.L0_PASSED) {
            return true;
        }
        return entry.status()
                .passedL0()
                .map(said -> said && recorded.getOrDefault(entry.id(), true))
                .orElseGet(() -> recorded.getOrDefault(entry.id(), false));
    }
}
