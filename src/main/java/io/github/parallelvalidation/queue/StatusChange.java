package io.github.parallelvalidation.queue;

import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.workspace.StrategyId;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A change to one entry of the queue.
public sealed interface StatusChange {
    StrategyId id();

    /// Validation begins, or goes on: only the status changes, so that it can be restored without a trace. Not over a
    /// status that somebody else has given to the entry since it was planned.
    ///
    /// @param status at work at a tier
    /// @param statusBefore as [QueueEntry#statusWritten] had it when it was planned, or null where there was none
    record Begin(StrategyId id, Status status, @Nullable String statusBefore) implements StatusChange {

        /// Whether the entry still says what it said, or waits for the tier or is at work there.
        public boolean isLegal(QueueEntry now) {
            boolean isAsPlanned = Objects.equals(now.statusWritten().orElse(null), statusBefore);
            return StatusChanges.mayBegin(now.status(), isAsPlanned, status);
        }
    }

    /// A verdict and the time it was reached.
    ///
    /// @param tier at which it was reached: not every status tells
    /// @param failureReason the code of the failure, or null after a pass
    /// @param relaxedGates the thresholds of a relaxed pass, else empty
    record Finish(
            StrategyId id,
            Tier tier,
            Status status,
            @Nullable String failureReason,
            Instant at,
            Map<String, Double> relaxedGates)
            implements StatusChange {}

    /// The strategy is another one than was judged: it awaits L0 again, whatever its verdict was.
    record Again(StrategyId id) implements StatusChange {}

    /// Restores the entry to what it was before [Begin], byte for byte.
    ///
    /// @param statusWritten the status as [QueueEntry#statusWritten] had it, or null where there was none
    record Restore(StrategyId id, @Nullable String statusWritten) implements StatusChange {}
}
