package io.github.parallelvalidation.plan;

import io.github.parallelvalidation.number.Median;
import io.github.parallelvalidation.number.PlainNumber;
import io.github.parallelvalidation.workspace.StrategyId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/// Typical durations of strategies at one tier, to detect one that takes unusually long.
public final class UsualTimes {
    private static final int FEWEST_FOR_A_MEDIAN = 3;
    private static final double SLOW_FACTOR = 2;

    /// Below this, twice as long is still soon.
    private static final double LEAST_EXCESS_SECONDS = 1;

    private final Map<StrategyId, List<Double>> history;
    private final OptionalDouble overall;

    /// @param history seconds of earlier runs that gave results, by strategy
    public UsualTimes(Map<StrategyId, List<Double>> history) {
        this.history = Map.copyOf(history);
        this.overall = median(history.values().stream().flatMap(List::stream).toList());
    }

    /// Why an attempt that has run so long is a straggler, if it is one. Compared with its own history, else with its
    /// peers in this run, else with all that is known; with too little of all three nobody is.
    ///
    /// @param peers seconds of the others of this run that gave results
    public Optional<String> remark(StrategyId id, double seconds, Collection<Double> peers) {
        OptionalDouble own = median(history.getOrDefault(id, List.of()));
        if (own.isPresent()) {
            return remark("it usually takes", own, seconds);
        }
        OptionalDouble others = median(peers);
        return others.isPresent()
                ? remark("the others take", others, seconds)
                : remark("strategies usually take", overall, seconds);
    }

    /// Whether somebody took unusually long.
    ///
    /// @param median of what others, or he himself, usually take
    public static boolean isSlow(double seconds, double median) {
        return seconds > SLOW_FACTOR * median && seconds - median > LEAST_EXCESS_SECONDS;
    }

    private static Optional<String> remark(String words, OptionalDouble usual, double seconds) {
        return usual.stream()
                .filter(median -> isSlow(seconds, median))
                .mapToObj(median -> "slow: %s %s s".formatted(words, PlainNumber.fixed(median, 1)))
                .findFirst();
    }

    private static OptionalDouble median(Collection<Double> seconds) {
        return seconds.size() < FEWEST_FOR_A_MEDIAN ? OptionalDouble.empty() : OptionalDouble.of(Median.of(seconds));
    }
}
