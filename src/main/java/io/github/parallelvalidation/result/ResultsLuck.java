package io.github.parallelvalidation.result;

import io.github.parallelvalidation.gate.L0Gates;
import io.github.parallelvalidation.gate.MetricNames;
import io.github.parallelvalidation.gate.Metrics;
import io.github.parallelvalidation.gate.PlaceboGrid;
import io.github.parallelvalidation.gate.TierGates;
import io.github.parallelvalidation.luck.RunLuck;
import io.github.parallelvalidation.luck.RunWorlds;
import io.github.parallelvalidation.luck.StrategyLuck;
import io.github.parallelvalidation.luck.Worlds;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The luck of a run under given gates.
///
/// @param gates those of each strategy
/// @param shifted the luck of a strategy without worlds, by the circular shift; empty where it is not known
public record ResultsLuck(
        RunWorlds worlds,
        Function<StrategyResult, TierGates> gates,
        Function<StrategyResult, Optional<PlaceboGrid.Luck>> shifted) {

    /// Under the gates by which the results were judged.
    static ResultsLuck asJudged(RunWorlds worlds, TierGates gates) {
        return new ResultsLuck(
                worlds, _ -> gates, result -> shifted(result.judgement().metrics(), gates));
    }

    private static Optional<PlaceboGrid.Luck> shifted(Metrics metrics, TierGates gates) {
        OptionalDouble luck = metrics.number(MetricNames.LUCK);
        if (luck.isEmpty()) {
            return Optional.empty();
        }
        boolean isExact = PlaceboGrid.of(metrics)
                .map(grid -> !(gates instanceof L0Gates screen)
                        || grid.luck(screen, metrics).exact())
                .orElse(true);
        return Optional.of(new PlaceboGrid.Luck(luck.getAsDouble(), isExact));
    }

    /// @param results only those that were measured count: what has no result, noise cannot pass either
    /// @return null where nothing is known
    public @Nullable RunLuck of(List<StrategyResult> results) {
        return RunLuck.of(
                worlds.count(),
                results.stream()
                        .filter(StrategyResult::isMeasured)
                        .map(result -> new StrategyLuck.OfStrategy(luck(result), result.passed()))
                        .toList());
    }

    private StrategyLuck luck(StrategyResult result) {
        Optional<Worlds> own = worlds.of(result.id());
        if (own.isEmpty()) {
            return shifted.apply(result).map(StrategyLuck::shifted).orElseGet(StrategyLuck.Unknown::new);
        }
        return worlds.joint(result.id())
                .<StrategyLuck>map(joint -> new StrategyLuck.Joint(joint.passes(gates.apply(result))))
                .orElseGet(() -> StrategyLuck.ofFewerWorlds(own.get().luck(gates.apply(result))));
    }
}
