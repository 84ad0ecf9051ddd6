package io.github.parallelvalidation.luck;

import io.github.parallelvalidation.workspace.StrategyId;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// The worlds of a run's strategies, as far as they are known. Strategies that have as many as the protocol asks
/// for are looked at together.
public final class RunWorlds {
    public static final RunWorlds NONE = new RunWorlds(Map.of());

    private final Map<StrategyId, Worlds> worlds;
    private final int count;

    /// @param count K, how many worlds the protocol asked for when the run was merged
    public RunWorlds(Map<StrategyId, Worlds> worlds, int count) {
        this.worlds = Map.copyOf(worlds);
        this.count = count;
    }

    /// Of a run whose record does not say what was asked for: what most strategies have.
    public RunWorlds(Map<StrategyId, Worlds> worlds) {
        this(worlds, mostFrequent(worlds));
    }

    private static int mostFrequent(Map<StrategyId, Worlds> worlds) {
        Map<Integer, Long> frequencies =
                worlds.values().stream().collect(Collectors.groupingBy(Worlds::count, Collectors.counting()));
        // Of two counts that are as frequent the larger one says more.
        return frequencies.entrySet().stream()
                .max(Map.Entry.<Integer, Long>comparingByValue()
                        .thenComparing(Map.Entry::getKey, Comparator.naturalOrder()))
                .map(Map.Entry::getKey)
                .orElse(0);
    }

    /// K of the run: so many worlds are looked at together.
    public int count() {
        return count;
    }

    public Optional<Worlds> of(StrategyId id) {
        return Optional.ofNullable(worlds.get(id));
    }

    /// The first K worlds of a strategy; empty where it has fewer.
    public Optional<Worlds> joint(StrategyId id) {
        return of(id).filter(own -> own.count() >= count).map(own -> own.count() == count ? own : own.first(count));
    }
}
