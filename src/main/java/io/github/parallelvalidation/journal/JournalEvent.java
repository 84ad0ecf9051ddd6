package io.github.parallelvalidation.journal;

import io.github.parallelvalidation.supervise.Attempt;
import io.github.parallelvalidation.supervise.AttemptId;
import java.time.Instant;
import java.util.OptionalInt;

/// One line of a run's journal: something that happened to an attempt.
public sealed interface JournalEvent {
    /// Whose attempt.
    AttemptId id();

    Instant at();

    /// The number of the parameter variation that the attempt tries; empty where it takes the strategy as it is
    /// written.
    OptionalInt variation();

    /// Whether other numbers than the strategy's own are tried: that says nothing of the strategy as it is written.
    default boolean isVariation() {
        return variation().isPresent();
    }

    /// Its worker is about to be started.
    record Started(AttemptId id, Instant at, OptionalInt variation) implements JournalEvent {}

    /// Its worker is not started yet.
    ///
    /// @param why in a sentence
    record Waits(AttemptId id, Instant at, OptionalInt variation, String why) implements JournalEvent {}

    /// It is over.
    ///
    /// @param attempt how it went; a completed one is without its metrics, which are in its worker's results
    record Ended(Attempt attempt, Instant at, OptionalInt variation) implements JournalEvent {
        @Override
        public AttemptId id() {
            return attempt.id();
        }
    }
}
