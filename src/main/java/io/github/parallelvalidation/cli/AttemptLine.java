package io.github.parallelvalidation.cli;

import io.github.parallelvalidation.result.AttemptCard;
import io.github.parallelvalidation.result.StrategyResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Formats the last failed attempt of a strategy on one line: failure class, exit, memory, last output.
final class AttemptLine {
    private AttemptLine() {}

    /// The line, or empty where a worker measured the strategy.
    static Optional<String> of(StrategyResult result) {
        return result.effort().cards().isEmpty()
                ? Optional.empty()
                : of(result, result.effort().cards().getLast());
    }

    private static Optional<String> of(StrategyResult result, AttemptCard card) {
        if (card.ending().kind() == null) {
            return Optional.empty();
        }
        List<String> parts = new ArrayList<>();
        parts.add(card.ending().kind().words());
        if (!card.ending().exit().isEmpty()) {
            parts.add(card.ending().exit());
        }
        if (card.usage().peakMemoryMb() > 0) {
            parts.add(card.usage().peakMemoryMb() + " MB");
        }
        String message = result.judgement().why();
        if (!card.lastLines().isEmpty()
                && !message.contains(card.lastLines().getLast().strip())) {
            parts.add("last said: " + card.lastLines().getLast().strip());
        }
        return Optional.of(String.join(" · ", parts));
    }
}
