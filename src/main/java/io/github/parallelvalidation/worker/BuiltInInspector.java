package io.github.parallelvalidation.worker;

import io.github.parallelvalidation.data.Lookback;
import io.github.parallelvalidation.format.DataException;
import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.settings.TierProtocol;
import io.github.parallelvalidation.settings.TierProtocolFile;
import io.github.parallelvalidation.strategy.StrategyFile;
import io.github.parallelvalidation.trust.Acceptances;
import io.github.parallelvalidation.workspace.Problem;
import io.github.parallelvalidation.workspace.ProblemException;
import io.github.parallelvalidation.workspace.Workspace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Inspects strategies with the code of the built-in worker.
///
/// @param acceptances of a folder that was accepted as a whole the data may be elsewhere, behind links
public record BuiltInInspector(Acceptances acceptances) implements StrategyInspector {

    @Override
    public Findings inspect(Workspace workspace, Path strategyFolder, Tier tier) {
        StrategyInputs inputs = inputs(workspace, strategyFolder);
        try {
            TierProtocol protocol = TierProtocolFile.read(workspace.protocol(), tier);
            StrategyFile.Loaded loaded = inputs.strategy();
            loaded.strategy().program().ifPresent(program -> ProgramPath.find(program, System.getenv()));
            List<Problem> warnings = new ArrayList<>(loaded.warnings());
            Lookback history = new Lookback(protocol.dataPeriod(), protocol.warmupBars());
            Path file = inputs.source(loaded.strategy()).files().getFirst();
            inputs.bars(loaded.strategy(), history)
                    .quality()
                    .remarks()
                    .forEach(remark -> warnings.add(Problem.of(file, remark)));
            return new Findings(List.of(), warnings);
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
        return inputs(workspace, strategyFolder).barFile();
    }

    private StrategyInputs inputs(Workspace workspace, Path strategyFolder) {
        return new StrategyInputs(workspace, strategyFolder, acceptances.of(workspace));
    }
}
