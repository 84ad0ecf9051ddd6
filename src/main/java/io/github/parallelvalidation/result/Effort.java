package io.github.parallelvalidation.result;

import io.github.parallelvalidation.supervise.Attempt;
import java.util.List;

/// The attempts, time and memory spent on a strategy.
///
/// @param attempts workers that were started for it
/// @param seconds measured time of the attempt that gave the result
/// @param peakMemoryMb largest resident memory that was sampled, 0 where none was
/// @param cards what is known of each attempt; empty where nothing is
public record Effort(int attempts, double seconds, long peakMemoryMb, List<AttemptCard> cards) {
    public Effort {
        cards = List.copyOf(cards);
    }

    /// Without cards.
    public Effort(int attempts, double seconds, long peakMemoryMb) {
        this(attempts, seconds, peakMemoryMb, List.of());
    }

    /// @param attempts all attempts at one strategy, the last one final
    static Effort of(List<Attempt> attempts) {
        return new Effort(
                attempts.size(),
                attempts.getLast().seconds(),
                attempts.stream().mapToLong(Attempt::peakMemoryMb).max().orElse(0),
                AttemptCard.of(attempts));
    }

    Effort withCards(List<AttemptCard> known) {
        return new Effort(attempts, seconds, peakMemoryMb, known);
    }
}
