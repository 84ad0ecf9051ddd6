package io.github.parallelvalidation.escalation;

import io.github.parallelvalidation.gate.PlaceboGrid;
import io.github.parallelvalidation.gate.TierGates;
import io.github.parallelvalidation.luck.RunLuck;
import io.github.parallelvalidation.luck.RunWorlds;
import io.github.parallelvalidation.result.StrategyResult;
import io.github.parallelvalidation.workspace.StrategyId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What is known of a run's luck when it is decided on; read once, for every threshold that is tried.
///
/// @param luck under the run's own gates, as it was counted then; null where nothing is known
/// @param worlds of its strategies, for luck under other gates; those that are not there any more are missing
/// @param grids of strategies with circular shifts
public record RunEvidence(@Nullable RunLuck luck, RunWorlds worlds, Map<StrategyId, PlaceboGrid> grids) {
    public RunEvidence {
        grids = Map.copyOf(grids);
    }

    /// With the luck of only some of the run's strategies.
    ///
    /// @param gates those of the run
    public RunEvidence countedAgain(TierGates gates, List<StrategyResult> results) {
        return new RunEvidence(new RelaxedLuck(gates, this).ofRun(results), worlds, grids);
    }

    public static RunEvidence of(@Nullable RunLuck luck, RunWorlds worlds, List<StrategyResult> results) {
        Map<StrategyId, PlaceboGrid> grids = new HashMap<>();
        for (StrategyResult result : results) {
            PlaceboGrid.of(result.judgement().metrics()).ifPresent(grid -> grids.put(result.id(), grid));
        }
        return new RunEvidence(luck, worlds, grids);
    }
}
