package io.github.parallelvalidation.run;

import io.github.parallelvalidation.result.StrategyResult;
import io.github.parallelvalidation.workspace.StrategyId;
import java.time.Instant;

/// What one of the four worker places shows.
public sealed interface Slot {

    /// Waits for work.
    record Idle() implements Slot {}

    /// A worker is to start and has to wait.
    ///
    /// @param why what it waits for
    record Waiting(StrategyId id, String name, String why) implements Slot {}

    /// A worker runs.
    ///
    /// @param stage what it does, in the worker's words
    /// @param fraction how far it is, 0 to 1
    /// @param estimatedSeconds how long it is expected to take
    /// @param attempt from 1
    /// @param attemptsAllowed attempts that this kind of trouble is granted
    /// @param why why this is not the first attempt, or empty
    /// @param memoryMb resident memory now, 0 while unknown
    /// @param remark what is unusual about it, or empty
    record Busy(
            StrategyId id,
            String name,
            String stage,
            double fraction,
            Instant startedAt,
            double estimatedSeconds,
            int attempt,
            int attemptsAllowed,
            String why,
            long memoryMb,
            String remark)
            implements Slot {

        /// Nothing is unusual.
        public Busy(
                StrategyId id,
                String name,
                String stage,
                double fraction,
                Instant startedAt,
                double estimatedSeconds,
                int attempt,
                int attemptsAllowed,
                String why,
                long memoryMb) {
            this(id, name, stage, fraction, startedAt, estimatedSeconds, attempt, attemptsAllowed, why, memoryMb, "");
        }

        Busy at(double newFraction, String newStage) {
            return with(newFraction, newStage, memoryMb, remark);
        }

        public Busy using(long newMemoryMb) {
            return with(fraction, stage, newMemoryMb, remark);
        }

        Busy remarked(String newRemark) {
            return with(fraction, stage, memoryMb, newRemark);
        }

        /// The only place that copies.
        private Busy with(double newFraction, String newStage, long newMemoryMb, String newRemark) {
            return new Busy(
                    id,
                    name,
                    newStage,
                    newFraction,
                    startedAt,
                    estimatedSeconds,
                    attempt,
                    attemptsAllowed,
                    why,
                    newMemoryMb,
                    newRemark);
        }
    }

    /// The last strategy of this place is done; its verdict stays until the next one comes.
    record Done(StrategyResult result) implements Slot {}
}
