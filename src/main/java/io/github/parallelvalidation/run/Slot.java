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
    /// @param use what it uses of the machine now
    /// @param remark what is unusual about it, or empty
    record Busy(
            StrategyId id,
            String name,
            Try attempt,
            Instant startedAt,
            double estimatedSeconds,
            Progress progress,
            Use use,
            String remark)
            implements Slot {

        Busy at(double fraction, String stage) {
            return with(new Progress(fraction, stage), use, remark);
        }

        public Busy using(Use newUse) {
            return with(progress, newUse, remark);
        }

        Busy remarked(String newRemark) {
            return with(progress, use, newRemark);
        }

        /// The only place that copies.
        private Busy with(Progress newProgress, Use newUse, String newRemark) {
            return new Busy(id, name, attempt, startedAt, estimatedSeconds, newProgress, newUse, newRemark);
        }
    }

    /// What a worker uses of the machine.
    ///
    /// @param memoryMb resident memory, 0 while unknown
    /// @param processors what it computes: 1 is one processor, all the time
    record Use(long memoryMb, double processors) {
        public static final Use NONE = new Use(0, 0);
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
