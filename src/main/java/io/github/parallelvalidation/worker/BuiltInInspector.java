package io.github.parallelvalidation.worker;

import io.github.parallelvalidation.backtest.EnoughObservations;
import io.github.parallelvalidation.data.BarCatalog;
import io.github.parallelvalidation.data.BarSource;
import io.github.parallelvalidation.data.Bars;
import io.github.parallelvalidation.data.Lookback;
import io.github.parallelvalidation.data.Timeframe;
import io.github.parallelvalidation.format.DataException;
import io.github.parallelvalidation.gate.FailureReason;
import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.settings.TierProtocol;
import io.github.parallelvalidation.settings.TierProtocolFile;
import io.github.parallelvalidation.strategy.Strategy;
import io.github.parallelvalidation.strategy.StrategyFile;
import io.github.parallelvalidation.trust.Acceptances;
import io.github.parallelvalidation.trust.Accepted;
import io.github.parallelvalidation.workspace.Problem;
import io.github.parallelvalidation.workspace.ProblemException;
import io.github.parallelvalidation.workspace.Workspace;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Inspects strategies with the code of the built-in worker.
///
/// @param acceptances of a folder that was accepted as a whole the data may be elsewhere, behind links
public record BuiltInInspector(Acceptances acceptances) implements StrategyInspector {

    @Override
    public Inspection inspection(Workspace workspace, Tier tier) {
        return new OneLook(workspace, tier, acceptances.of(workspace));
    }

    /// Protocol, catalog and bars as they are when first needed.
    private static final class OneLook implements Inspection {
        private final Workspace workspace;
        private final Tier tier;
        private final Accepted accepted;
        private final BarCatalog catalog;
        private final Map<Series, Seen> seen = new HashMap<>();
        private @Nullable TierProtocol protocol;

        /// What the remarks about bars depend on.
        private record Series(BarSource source, String asset, Timeframe timeframe, boolean needsVolume) {}

        /// What was seen of bars.
        ///
        /// @param remarks about them
        /// @param window bars that count
        private record Seen(Path file, List<Problem> remarks, int window) {}

        OneLook(Workspace workspace, Tier tier, Accepted accepted) {
            this.workspace = workspace;
            this.tier = tier;
            this.accepted = accepted;
            this.catalog = StrategyInputs.catalog(workspace, accepted);
        }

        @Override
        public Findings of(Path strategyFolder) {
            StrategyInputs inputs = new StrategyInputs(workspace, strategyFolder, accepted, catalog);
            try {
                TierProtocol wanted = protocol();
                StrategyFile.Loaded loaded = inputs.strategy();
                Strategy strategy = loaded.strategy();
                strategy.program().ifPresent(program -> ProgramPath.find(program, System.getenv()));
                Series series = new Series(
                        inputs.source(strategy), strategy.asset(), strategy.timeframe(), strategy.readsVolume());
                Seen bars = seen.computeIfAbsent(series, key -> look(inputs, strategy, key, wanted));
                return new Findings(
                        List.of(),
                        Stream.of(
                                        loaded.warnings().stream(),
                                        bars.remarks().stream(),
                                        tooShort(bars, strategy.horizon()).stream())
                                .flatMap(found -> found)
                                .toList(),
                        Optional.empty());
            } catch (ProblemException e) {
                return new Findings(
                        withAll(e.problem(), inputs.faults()), List.of(), Optional.of(FailureReason.STRATEGY_INVALID));
            } catch (DataException e) {
                return Findings.error(
                        e.problem(),
                        switch (e.kind()) {
                            case DATA_UNAVAILABLE -> FailureReason.DATA_UNAVAILABLE;
                            case DATA_INVALID -> FailureReason.DATA_INVALID;
                        });
            }
        }

        /// What stopped the look need not be in the strategy's own file.
        private static List<Problem> withAll(Problem first, List<Problem> faults) {
            return faults.contains(first)
                    ? faults
                    : Stream.concat(Stream.of(first), faults.stream()).toList();
        }

        private TierProtocol protocol() {
            TierProtocol known = protocol;
            if (known == null) {
                known = TierProtocolFile.read(workspace.protocol(), tier);
                protocol = known;
            }
            return known;
        }

        private static Seen look(StrategyInputs inputs, Strategy strategy, Series series, TierProtocol protocol) {
            Lookback history = new Lookback(protocol.dataPeriod(), protocol.warmupBars());
            Path file = series.source().files().getFirst();
            Bars bars = inputs.bars(strategy, history);
            List<Problem> remarks = bars.quality().remarks().stream()
                    .map(remark -> Problem.of(file, remark))
                    .toList();
            return new Seen(file, remarks, bars.length() - history.windowStart(bars));
        }

        /// At L0 a window can be too short for whatever rules there are.
        private Optional<Problem> tooShort(Seen bars, int horizon) {
            int most = EnoughObservations.most(bars.window(), horizon);
            int fewest = EnoughObservations.fewest(horizon);
            return tier == Tier.L0 && most < fewest
                    ? Optional.of(Problem.of(
                            bars.file(),
                            ("bars that count at L0: %d, which give %d observations at most at a horizon of %d; hit"
                                            + " rate and ic need %d, and nothing passes without them: a longer"
                                            + " data_period, a finer timeframe or more history would do")
                                    .formatted(bars.window(), most, horizon, fewest)))
                    : Optional.empty();
        }
    }

    /// @throws ProblemException when the strategy cannot be read
    /// @throws DataException when its bars are not in one file
    @Override
    public Path bars(Workspace workspace, Path strategyFolder) {
        return new StrategyInputs(workspace, strategyFolder, acceptances.of(workspace)).barFile();
    }
}
