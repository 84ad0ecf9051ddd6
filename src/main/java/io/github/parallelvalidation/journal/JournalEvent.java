package io.github.parallelvalidation.journal;

import io.github.parallelvalidation.plan.PlannedStrategy;
import io.github.parallelvalidation.supervise.Attempt;
import io.github.parallelvalidation.supervise.AttemptId;
import java.time.Instant;
import java.util.OptionalInt;

/// A journal line: an event of one attempt.
public sealed interface JournalEvent {
    /// The attempt that the event belongs to.
    AttemptId id();

    Instant at();

    /// The number of the parameter variation that the attempt tries; empty where it takes the strategy as it is
    /// written.
    OptionalInt variation();

    /// Whether a parameter variation is tried: that says nothing of the strategy as it is written.
    default boolean isVariation() {
        return variation().isPresent();
    }

    /// A strategy has joined a run that was on.
    ///
    /// @param id of the attempt that is promised
    record Joined(AttemptId id, Instant at, PlannedStrategy planned) implements JournalEvent {
        @Override
        public OptionalInt variation() {
            return OptionalInt.empty();
        }
    }

    /// The attempt's worker is about to be started.
    record Started(AttemptId id, Instant at, OptionalInt variation) implements JournalEvent {}

    /// The attempt's worker has to wait before it can be started.
    ///
    /// @param why in a sentence
    record Waits(AttemptId id, Instant at, OptionalInt variation, String why) implements JournalEvent {}

    /// The attempt has ended.
    ///
    /// @param attempt the attempt; a completed one is without its metrics, which are in its worker's results
    record Ended(Attempt attempt, Instant at, OptionalInt variation) implements JournalEvent {
        @Override
        public AttemptId id() {
            return attempt.id();
        }
    }
}
