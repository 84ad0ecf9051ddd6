package io.github.parallelvalidation.journal;

import io.github.parallelvalidation.workspace.StrategyId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// An interrupted run and the state it had reached.
///
/// @param found the state of each strategy of its plan, in the plan's order
public record InterruptedRun(String runId, List<Found> found) {
    /// Of strategies of which the same is to be said.
    private static final int MOST_LINES = 10;

    public InterruptedRun {
        found = List.copyOf(found);
    }

    /// The state of one strategy of an interrupted run, and what resuming would do with it.
    ///
    /// @param isFinal whether it is not run again
    public record Found(StrategyId id, boolean isFinal, String sentence) {}

    /// What there is to say of one strategy, or of many at once.
    ///
    /// @param who `STR-101`, or `each of 9950 strategies`
    public record Told(String who, boolean isFinal, String sentence) {
        public String line() {
            return who + " " + sentence;
        }
    }

    /// The state of all of them: those of which the same is to be said are told together where they are many.
    public List<Told> told() {
        Map<String, Long> times = found.stream().collect(Collectors.groupingBy(Found::sentence, Collectors.counting()));
        return found.stream()
                .map(one -> told(one, times.getOrDefault(one.sentence(), 1L)))
                .distinct()
                .toList();
    }

    private static Told told(Found one, long times) {
        String who = times > MOST_LINES
                ? "each of %d strategies".formatted(times)
                : one.id().value();
        return new Told(who, one.isFinal(), one.sentence());
    }

    /// The number of strategies that are not run again.
    public long finished() {
        return found.stream().filter(Found::isFinal).count();
    }

    /// `2 of 5 strategies had finished.`
    public String summary() {
        return "%d of %d strategies had finished.".formatted(finished(), found.size());
    }
}
