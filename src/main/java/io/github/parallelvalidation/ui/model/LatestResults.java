package io.github.parallelvalidation.ui.model;

import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.journal.RunOutcome;
import io.github.parallelvalidation.result.StrategyResult;
import io.github.parallelvalidation.workspace.StrategyId;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The newest result of each strategy at each tier, as far as finished runs are still on disk.
record LatestResults(Map<Tier, Map<StrategyId, StrategyResult>> byTier) {
    static final LatestResults NONE = new LatestResults(Map.of());

    LatestResults {
        byTier = Map.copyOf(byTier);
    }

    /// @param runs newest first
    static LatestResults of(List<RunOutcome> runs) {
        Map<Tier, Map<StrategyId, StrategyResult>> byTier = new EnumMap<>(Tier.class);
        for (RunOutcome run : runs) {
            Map<StrategyId, StrategyResult> known =
                    byTier.computeIfAbsent(run.plan().tier(), _ -> new HashMap<>());
            run.strategies().forEach(result -> known.putIfAbsent(result.id(), result));
        }
        return new LatestResults(byTier);
    }

    Optional<StrategyResult> find(Tier tier, StrategyId id) {
        return Optional.ofNullable(byTier.getOrDefault(tier, Map.of()).get(id));
    }
}
