package io.github.parallelvalidation.escalation;

import io.github.parallelvalidation.gate.L0Gates;
import io.github.parallelvalidation.gate.MetricNames;
import io.github.parallelvalidation.gate.PlaceboGrid;
import io.github.parallelvalidation.gate.TierGates;
import io.github.parallelvalidation.luck.RunLuck;
import io.github.parallelvalidation.result.ResultsLuck;
import io.github.parallelvalidation.result.StrategyResult;
import io.github.parallelvalidation.workspace.StrategyId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Luck under relaxed gates: counted from the worlds of a strategy, or looked up in its grid of circular shifts. Where
/// there is neither it is not known, whatever it was under the run's own gates.
record RelaxedLuck(TierGates gates, RunEvidence evidence) {
    Optional<PlaceboGrid.Luck> of(StrategyResult result) {
        return evidence.worlds()
                .of(result.id())
                .map(own -> new PlaceboGrid.Luck(own.luck(gates), true))
                .or(() -> shifted(result));
    }

    /// How much of what passes then is luck.
    ///
    /// @param results as they are under the relaxed gates
    /// @return null where nothing is known
    @Nullable
    RunLuck ofRun(List<StrategyResult> results) {
        return ofRun(results, this, Set.of());
    }

    /// @param before luck under other gates
    /// @param kept the strategies that stay under those
    @Nullable
    RunLuck ofRun(List<StrategyResult> results, RelaxedLuck before, Set<StrategyId> kept) {
        Function<StrategyResult, RelaxedLuck> luck = result -> kept.contains(result.id()) ? before : this;
        return new ResultsLuck(
                        evidence.worlds(),
                        result -> luck.apply(result).gates(),
                        result -> luck.apply(result).shifted(result))
                .of(results);
    }

    /// How many had a luck under the run's own gates, but have none under these.
    int lost(List<StrategyResult> results) {
        return (int) results.stream()
                .filter(result ->
                        result.judgement().metrics().number(MetricNames.LUCK).isPresent())
                .filter(result -> evidence.worlds().of(result.id()).isEmpty()
                        && shifted(result).isEmpty())
                .count();
    }

    /// The result with its luck under these gates in place of that under the run's.
    StrategyResult counted(StrategyResult result) {
        Optional<PlaceboGrid.Luck> luck = of(result);
        if (luck.isPresent()) {
            return result.withMetrics(result.judgement()
                    .metrics()
                    .with(MetricNames.LUCK, luck.get().share()));
        }
        return result.judgement().metrics().number(MetricNames.LUCK).isPresent()
                ? result.withMetrics(result.judgement().metrics().without(MetricNames.LUCK, Relaxation.NOT_STORED))
                : result;
    }

    private Optional<PlaceboGrid.Luck> shifted(StrategyResult result) {
        return gates instanceof L0Gates l0
                ? Optional.ofNullable(evidence.grids().get(result.id()))
                        .map(grid -> grid.luck(l0, result.judgement().metrics()))
                : Optional.empty();
    }
}
