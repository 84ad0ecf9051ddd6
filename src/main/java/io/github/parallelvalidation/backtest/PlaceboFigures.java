package io.github.parallelvalidation.backtest;

import io.github.parallelvalidation.gate.MetricNames;
import io.github.parallelvalidation.gate.PlaceboLimit;
import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.gate.TierGates;
import io.github.parallelvalidation.luck.LuckCount;
import io.github.parallelvalidation.luck.WorldsPValue;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Puts what rebuilt markets say among the metrics of a strategy.
final class PlaceboFigures {
    private PlaceboFigures() {}

    /// @param limits of what is put, for this market and these rules
    static void put(
            Map<String, @Nullable Object> values,
            Map<String, String> reasons,
            WorldLoop.Result result,
            TierGates gates,
            List<PlaceboLimit> limits) {
        Tier tier = result.worlds().tier();
        values.put(tier.pValue(), result.pValue().map(WorldsPValue::value).orElse(null));
        if (result.pValue().isEmpty()) {
            reasons.put(tier.pValue(), "there is no " + tier.score());
        }
        values.put(MetricNames.LUCK, result.worlds().luck(gates));
        double noise = result.worlds().noise95();
        values.put(tier.noise95(), Double.isFinite(noise) ? noise : null);
        if (!Double.isFinite(noise)) {
            reasons.put(tier.noise95(), "too many rebuilt markets have no " + tier.score());
        }
        values.put(MetricNames.PLACEBO_METHOD, LuckCount.REBUILT);
        values.put(
                MetricNames.PLACEBO_WORLDS,
                result.pValue().map(WorldsPValue::worlds).orElse(result.worlds().count()));
        values.put(
                MetricNames.PLACEBO_LIMITS,
                limits.stream().map(PlaceboLimit::code).toList());
    }
}
