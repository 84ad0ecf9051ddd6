package io.github.parallelvalidation.queue;

import io.github.parallelvalidation.workspace.StrategyId;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What is to be written into one entry of the queue.
public sealed interface StatusChange {
    StrategyId id();

    /// Work has begun: only the status moves, so that it can be put back without a trace.
    record Begin(StrategyId id, Status status) implements StatusChange {}

    /// A verdict, with the time it was reached.
    ///
    /// @param failureReason the code of the failure, or null after a pass
    /// @param relaxedGates the thresholds of a relaxed pass, else empty
    record Finish(
            StrategyId id, Status status, @Nullable String failureReason, Instant at, Map<String, Double> relaxedGates)
            implements StatusChange {}

    /// The entry becomes what it was before [Begin], byte for byte.
    ///
    /// @param statusWritten the status as [QueueEntry#statusWritten] had it, or null where there was none
    record Restore(StrategyId id, @Nullable String statusWritten) implements StatusChange {}
}
