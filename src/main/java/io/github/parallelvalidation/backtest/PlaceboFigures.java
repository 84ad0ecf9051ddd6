package io.github.parallelvalidation.backtest;

import io.github.parallelvalidation.gate.MetricNames;
import io.github.parallelvalidation.gate.Metrics;
import io.github.parallelvalidation.gate.PlaceboLimit;
import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.gate.TierGates;
import io.github.parallelvalidation.luck.LuckCount;
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
        Metrics metrics = result.pValue()
                .map(p -> own.with(tier.pValue(), p.value()))
                .orElse(own);
        return new LuckCount(tier, gates, worlds)
                .of(metrics, Optional.of(result.worlds()))
                .with(
                        MetricNames.PLACEBO_WORLDS,
                        result.pValue().map(WorldsPValue::worlds).orElse(worlds))
                .with(
                        MetricNames.PLACEBO_LIMITS,
                        limits.stream().map(PlaceboLimit::code).toList());
    }
}
