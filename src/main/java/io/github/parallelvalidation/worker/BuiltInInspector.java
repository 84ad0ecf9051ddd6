package io.github.parallelvalidation.worker;

import io.github.parallelvalidation.data.BarCatalog;
import io.github.parallelvalidation.data.DataException;
import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.strategy.Strategy;
import io.github.parallelvalidation.strategy.StrategyFile;
import io.github.parallelvalidation.workspace.ProblemException;
import io.github.parallelvalidation.workspace.Workspace;
import java.nio.file.Path;
import java.util.List;

/// Looks at strategies as the built-in worker will.
public final class BuiltInInspector implements StrategyInspector {

    @Override
    public Findings inspect(Workspace workspace, Path strategyFolder, Tier tier) {
        try {
            Strategy strategy = StrategyFile.read(strategyFolder.resolve(StrategyFile.NAME));
            BarCatalog.load(
                    strategy.asset(), strategy.timeframe(), StrategyBars.find(workspace, strategyFolder, strategy));
            return new Findings(List.of(), strategy.warnings());
        } catch (ProblemException e) {
            return new Findings(List.of(e.problem()), List.of());
        } catch (DataException e) {
            return new Findings(List.of(e.problem()), List.of());
        }
    }

    /// @throws ProblemException when the strategy cannot be read
    /// @throws DataException when its bars are not in one file
    @Override
    public Path bars(Workspace workspace, Path strategyFolder) {
        Strategy strategy = StrategyFile.read(strategyFolder.resolve(StrategyFile.NAME));
        return StrategyBars.find(workspace, strategyFolder, strategy).files().getFirst();
    }
}
