package io.github.parallelvalidation.backtest;

import io.github.parallelvalidation.gate.MetricNames;
import io.github.parallelvalidation.gate.PlaceboLimit;
import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.gate.TierGates;
import io.github.parallelvalidation.luck.WorldsPValue;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Puts what rebuilt markets say among the metrics of a strategy.
final class PlaceboFigures {
    static final String REBUILT = "rebuilt";
    static final String CIRCULAR_SHIFT = "circular_shift";

    private PlaceboFigures() {}

    /// @param limits of what is put, for this market and these rules
    static void put(
            Map<String, @Nullable Object> values,
            Map<String, String> reasons,
            WorldLoop.Result result,
            TierGates gates,
            List<PlaceboLimit> limits) {
        Tier tier = result.worlds().tier();
        String pValue = pValue(tier);
        values.put(pValue, result.pValue().map(WorldsPValue::value).orElse(null));
        if (result.pValue().isEmpty()) {
            reasons.put(pValue, "there is no " + tier.score());
        }
        values.put(MetricNames.LUCK, result.worlds().luck(gates));
        double noise = result.worlds().noise95();
        values.put(noise(tier), Double.isFinite(noise) ? noise : null);
        if (!Double.isFinite(noise)) {
            reasons.put(noise(tier), "too many rebuilt markets have no " + tier.score());
        }
        values.put(MetricNames.PLACEBO_METHOD, REBUILT);
        values.put(
                MetricNames.PLACEBO_WORLDS,
                result.pValue().map(WorldsPValue::worlds).orElse(result.worlds().count()));
        values.put(
                MetricNames.PLACEBO_LIMITS,
                limits.stream().map(PlaceboLimit::code).toList());
    }

    private static String pValue(Tier tier) {
        return switch (tier) {
            case L0 -> MetricNames.IC_P_VALUE;
            case L1 -> MetricNames.SHARPE_P_VALUE;
        };
    }

    private static String noise(Tier tier) {
        return switch (tier) {
            case L0 -> MetricNames.IC_NOISE_95;
            case L1 -> MetricNames.SHARPE_NOISE_95;
        };
    }
}
