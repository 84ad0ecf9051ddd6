package io.github.parallelvalidation.trials;

import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.workspace.StrategyId;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// One evaluation of one variant of a strategy: a line of the ledger.
///
/// @param variant factor of all tunable parameters; 1 for the strategy as it is written
/// @param parametersHash identifies the variant by rules and parameters
/// @param metrics those that have a number, by name
public record Trial(
        String runId,
        StrategyId strategyId,
        double variant,
        String parametersHash,
        Tier tier,
        Map<String, Double> metrics) {
    public Trial {
        metrics = Map.copyOf(metrics);
    }

    /// The hash of a strategy that is judged by moved thresholds: its own, and what was moved.
    public static String relaxed(String parametersHash, Map<String, Double> thresholds) {
        return parametersHash
                + new TreeMap<>(thresholds)
                        .entrySet().stream()
                                .map(threshold -> "~" + threshold.getKey() + "=" + threshold.getValue())
                                .collect(Collectors.joining());
    }

    /// What was tried. Trying it again, or at another tier, is not another trial.
    public Identity identity() {
        return new Identity(strategyId, parametersHash);
    }

    /// What a line is about: two alike are about the same evaluation.
    Line line() {
        return new Line(runId, identity(), variant, tier);
    }

    record Line(String runId, Identity identity, double variant, Tier tier) {}

    /// A variant of a strategy: its rules and parameters, whenever and at whatever tier they were tried.
    public record Identity(StrategyId strategyId, String parametersHash) {}
}
