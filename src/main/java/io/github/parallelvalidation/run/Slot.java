package io.github.parallelvalidation.run;

import io.github.parallelvalidation.result.StrategyResult;
import io.github.parallelvalidation.workspace.StrategyId;
import java.time.Instant;

/// The state of one of the four worker slots.
public sealed interface Slot {

    /// No strategy is assigned.
    record Idle() implements Slot {}

    /// A worker cannot start yet.
    ///
    /// @param why the reason, such as too little memory
    record Waiting(StrategyId id, String name, String why) implements Slot {}

    /// A worker is running.
    ///
    /// @param estimatedSeconds how long it is expected to take
    /// @param memoryMb resident memory now, 0 while unknown
    /// @param remark what is unusual about it, or empty
    record Busy(
            StrategyId id,
            String name,
            Try attempt,
            Instant startedAt,
            double estimatedSeconds,
            Progress progress,
            long memoryMb,
            String remark)
            implements Slot {

        Busy at(double fraction, String stage) {
            return with(new Progress(fraction, stage), memoryMb, remark);
        }

        public Busy using(long newMemoryMb) {
            return with(progress, newMemoryMb, remark);
        }

        Busy remarked(String newRemark) {
            return with(progress, memoryMb, newRemark);
        }

        /// The only place that copies.
        private Busy with(Progress newProgress, long newMemoryMb, String newRemark) {
            return new Busy(id, name, attempt, startedAt, estimatedSeconds, newProgress, newMemoryMb, newRemark);
        }
    }

    /// The number of an attempt and why it is made.
    ///
    /// @param number from 1
    /// @param allowed attempts that this failure class is granted
    /// @param why why this is not the first attempt, or empty
    record Try(int number, int allowed, String why) {}

    /// The progress of a worker.
    ///
    /// @param fraction 0 to 1
    /// @param stage the current step, in the worker's words
    record Progress(double fraction, String stage) {}

    /// The last strategy of this slot is done; its verdict stays until the next one comes.
    record Done(StrategyResult result) implements Slot {}
}
