package io.github.parallelvalidation.run;

import io.github.parallelvalidation.result.StrategyResult;
import io.github.parallelvalidation.workspace.StrategyId;
import java.time.Instant;

/// What one of the four worker slots shows.
public sealed interface Slot {

    /// Waits for work.
    record Idle() implements Slot {}

    /// A worker is to start and has to wait.
    ///
    /// @param why what it waits for
    record Waiting(StrategyId id, String name, String why) implements Slot {}

    /// A worker runs.
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

    /// Which attempt at its strategy a worker makes.
    ///
    /// @param number from 1
    /// @param allowed attempts that this failure class is granted
    /// @param why why this is not the first attempt, or empty
    record Try(int number, int allowed, String why) {}

    /// How far a worker is.
    ///
    /// @param fraction 0 to 1
    /// @param stage what it does, in the worker's words
    record Progress(double fraction, String stage) {}

    /// The last strategy of this slot is done; its verdict stays until the next one comes.
    record Done(StrategyResult result) implements Slot {}
}
