package io.github.parallelvalidation.evidence;

import io.github.parallelvalidation.gate.MetricNames;
import io.github.parallelvalidation.gate.Metrics;
import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.luck.StoredWorlds;
import io.github.parallelvalidation.luck.Worlds;
import io.github.parallelvalidation.trace.EquityMarks;
import io.github.parallelvalidation.worker.ResultFiles;
import io.github.parallelvalidation.workspace.ProblemException;
import io.github.parallelvalidation.workspace.StrategyId;
import io.github.parallelvalidation.workspace.Workspace;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// Finds what there is to see of a strategy. What is not there, or belongs to another result, is left out.
public final class EvidenceReader {
    private final Workspace workspace;

    public EvidenceReader(Workspace workspace) {
        this.workspace = workspace;
    }

    /// @param metrics of the result that is shown; none where there is none
    public StrategyEvidence read(StrategyId id, Tier tier, Metrics metrics) {
        Optional<Path> folder;
        try {
            folder = workspace.strategy(id);
        } catch (ProblemException ambiguous) {
            // The check and the run say what is wrong with it.
            return StrategyEvidence.NONE;
        }
        return folder.map(found -> read(found, id, tier, metrics)).orElse(StrategyEvidence.NONE);
    }

    private StrategyEvidence read(Path folder, StrategyId id, Tier tier, Metrics metrics) {
        ResultFiles results = new ResultFiles(folder.resolve(Workspace.RESULTS), tier);
        TraceReader trace = new TraceReader(results, metrics);
        boolean isScreen = tier == Tier.L0;
        Given<EquityMarks> marks = isScreen ? notAt(tier) : trace.equity();
        return new StrategyEvidence(
                StrategyIdea.read(folder),
                MeasuredMarket.read(results.results(), tier.score(), metrics),
                worlds(id, tier, metrics),
                isScreen
                        ? Optional.empty()
                        : marks.value()
                                .map(EquityCurve::of)
                                .or(() -> EquityCurve.read(
                                        results.dailyReturns(), metrics.number(MetricNames.TOTAL_RETURN))),
                isScreen ? trace.events() : notAt(tier),
                isScreen ? notAt(tier) : trace.trades(),
                marks);
    }

    private static <T> Given<T> notAt(Tier tier) {
        return new Given.Missing<>("there is none at " + tier);
    }

    private Optional<Worlds> worlds(StrategyId id, Tier tier, Metrics metrics) {
        return metrics.values().get(MetricNames.PLACEBO_SHA256) instanceof String sha256
                ? StoredWorlds.find(workspace, tier, Map.of(id, sha256), 0).of(id)
                : Optional.empty();
    }
}
