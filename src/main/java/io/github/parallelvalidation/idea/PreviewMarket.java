package io.github.parallelvalidation.idea;

import io.github.parallelvalidation.backtest.SignalEvents;
import io.github.parallelvalidation.data.Bars;
import io.github.parallelvalidation.data.Lookback;
import io.github.parallelvalidation.data.Timeframe;
import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.settings.TierProtocol;
import io.github.parallelvalidation.settings.TierProtocolFile;
import io.github.parallelvalidation.strategy.Strategy;
import io.github.parallelvalidation.trust.Accepted;
import io.github.parallelvalidation.worker.StrategyInputs;
import io.github.parallelvalidation.workspace.Workspace;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The bars on which the signals of a strategy are counted while it is written. They are found and read once, for as
/// long as the same ones are wanted.
final class PreviewMarket {
    private final Workspace workspace;
    private final Path folder;
    private final Supplier<Accepted> accepted;
    private @Nullable Series series;
    private @Nullable Loaded loaded;

    /// What the bars depend on.
    private record Series(String asset, Timeframe timeframe, boolean needsVolume) {}

    private record Loaded(Bars bars, int start) {}

    /// @param folder of the strategy, also one that is not there yet
    PreviewMarket(Workspace workspace, Path folder, Supplier<Accepted> accepted) {
        this.workspace = workspace;
        this.folder = folder;
        this.accepted = accepted;
    }

    Path folder() {
        return folder;
    }

    /// @throws io.github.parallelvalidation.workspace.ProblemException when the protocol or the data spec is broken
    /// @throws io.github.parallelvalidation.format.DataException when there are no bars, or none that can be
    SignalCount count(Strategy strategy) {
        Loaded market = market(strategy);
        return SignalCount.of(
                SignalEvents.of(strategy.entries(market.bars()), market.start()), market.bars(), market.start());
    }

    private synchronized Loaded market(Strategy strategy) {
        Series wanted = new Series(strategy.asset(), strategy.timeframe(), strategy.readsVolume());
        Loaded known = loaded;
        if (known == null || !wanted.equals(series)) {
            TierProtocol protocol = TierProtocolFile.read(workspace.protocol(), Tier.L0);
            Lookback history = new Lookback(protocol.dataPeriod(), protocol.warmupBars());
            Bars bars = new StrategyInputs(workspace, folder, accepted.get()).bars(strategy, history);
            known = new Loaded(bars, history.windowStart(bars));
            loaded = known;
            series = wanted;
        }
        return known;
    }
}
