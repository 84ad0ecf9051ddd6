package io.github.parallelvalidation.run;

import io.github.parallelvalidation.journal.RunOutcome;
import io.github.parallelvalidation.result.StrategyResult;
import io.github.parallelvalidation.trials.Trial;
import io.github.parallelvalidation.workspace.StrategyId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Records each pass under relaxed thresholds as a trial of its own in the ledger: choosing thresholds until results
/// please is a trial, too.
final class RelaxedTrials {
    private static final double AS_WRITTEN = 1;

    private RelaxedTrials() {}

    /// @param ledger all lines so far, the run's own among them
    static List<Trial> of(RunOutcome decided, List<Trial> ledger) {
        String runId = decided.plan().runId();
        Map<StrategyId, String> hashes = ledger.stream()
                .filter(trial -> trial.runId().equals(runId) && trial.variant() == AS_WRITTEN)
                .collect(Collectors.toMap(Trial::strategyId, Trial::parametersHash, (first, _) -> first));
        return decided.strategies().stream()
                .filter(StrategyResult::isRelaxed)
                .map(result -> trial(decided, result, hashes.getOrDefault(result.id(), "none")))
                .toList();
    }

    private static Trial trial(RunOutcome decided, StrategyResult result, String hash) {
        return new Trial(
                decided.plan().runId(),
                result.id(),
                AS_WRITTEN,
                Trial.relaxed(hash, result.judgement().relaxedGates()),
                decided.plan().tier(),
                result.judgement().metrics().numbers());
    }
}
