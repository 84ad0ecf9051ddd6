package io.github.parallelvalidation.evidence;

import io.github.parallelvalidation.data.Bars;
import io.github.parallelvalidation.data.Lookback;
import io.github.parallelvalidation.format.DataException;
import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.settings.TierProtocol;
import io.github.parallelvalidation.settings.TierProtocolFile;
import io.github.parallelvalidation.trust.Accepted;
import io.github.parallelvalidation.worker.StrategyInputs;
import io.github.parallelvalidation.workspace.ProblemException;
import io.github.parallelvalidation.workspace.StrategyId;
import io.github.parallelvalidation.workspace.Workspace;
import java.nio.file.Path;
import java.util.Optional;

/// Reads the bars that a strategy is judged on, as a worker would now. Starts nothing.
public final class PriceReader {
    private final Workspace workspace;
    private final Accepted accepted;

    /// @param accepted of a folder that was accepted as a whole the data may be elsewhere, behind links
    public PriceReader(Workspace workspace, Accepted accepted) {
        this.workspace = workspace;
        this.accepted = accepted;
    }

    public Prices read(StrategyId id, Tier tier) {
        try {
            Optional<Path> folder = workspace.strategy(id);
            if (folder.isEmpty()) {
                return Prices.lacking("There is no folder of " + id + ".");
            }
            StrategyInputs inputs = new StrategyInputs(workspace, folder.get(), accepted);
            TierProtocol protocol = TierProtocolFile.read(workspace.protocol(), tier);
            Lookback window = new Lookback(protocol.dataPeriod(), 0);
            Bars bars = inputs.bars(inputs.strategy().strategy(), window);
            return Prices.of(new PriceBars(bars, window.windowStart(bars)));
        } catch (ProblemException e) {
            return Prices.lacking(e.problem().toString());
        } catch (DataException e) {
            return Prices.lacking(e.problem().toString());
        }
    }
}
