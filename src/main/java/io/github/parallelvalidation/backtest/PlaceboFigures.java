package io.github.parallelvalidation.backtest;

import io.github.parallelvalidation.gate.MetricNames;
import io.github.parallelvalidation.gate.Metrics;
import io.github.parallelvalidation.gate.PlaceboLimit;
import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.gate.TierGates;
import io.github.parallelvalidation.luck.LuckCount;
import io.github.parallelvalidation.luck.PlaceboWorlds;
import io.github.parallelvalidation.luck.WorldsPValue;
import java.util.List;
import java.util.Optional;

/// Adds what rebuilt markets say to the metrics of a strategy.
final class PlaceboFigures {
    private PlaceboFigures() {}

    /// @param own without
    /// @param limits of what is added, for this market and these rules
    static Metrics add(Metrics own, WorldLoop.Result result, TierGates gates, List<PlaceboLimit> limits) {
        Tier tier = result.worlds().tier();
        int worlds = result.worlds().count();
        int used = result.pValue().map(WorldsPValue::worlds).orElse(worlds);
        Metrics metrics = result.pValue()
                .map(p -> own.with(tier.pValue(), p.value()))
                .orElse(own)
                .with(MetricNames.PLACEBO_WORLDS, used);
        return new LuckCount(tier, gates, new PlaceboWorlds(worlds, used))
                .of(metrics, Optional.of(result.worlds()))
                .with(
                        MetricNames.PLACEBO_LIMITS,
                        limits.stream().map(PlaceboLimit::code).toList());
    }
}
