package io.github.parallelvalidation.trials;

import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.workspace.StrategyId;
import java.util.Map;

/// One evaluation of one variant of a strategy: a line of the ledger.
///
/// @param variant what all tunable numbers were multiplied by; 1 for the strategy as it is written
/// @param parametersHash tells variants apart: rules and numbers
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

    /// What was tried. Trying it again, or at another tier, is not another trial.
    Identity identity() {
        return new Identity(strategyId, parametersHash);
    }

    /// Whether both are lines about the same evaluation.
    boolean isSameLine(Trial other) {
        return runId.equals(other.runId)
                && strategyId.equals(other.strategyId)
                && variant == other.variant
                && tier == other.tier
                && parametersHash.equals(other.parametersHash);
    }

    record Identity(StrategyId strategyId, String parametersHash) {}
}
