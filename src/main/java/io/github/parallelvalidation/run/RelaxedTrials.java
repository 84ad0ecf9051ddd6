package io.github.parallelvalidation.run;

import io.github.parallelvalidation.journal.RunOutcome;
import io.github.parallelvalidation.result.StrategyResult;
import io.github.parallelvalidation.trials.Trial;
import java.util.List;

/// Records each pass under relaxed thresholds as a trial of its own in the ledger: choosing thresholds until results
/// please is a trial, too.
final class RelaxedTrials {
    private static final double AS_WRITTEN = 1;

    private RelaxedTrials() {}

    /// @param ledger all lines so far, the run's own among them
    static List<Trial> of(RunOutcome decided, List<Trial> ledger) {
        return decided.strategies().stream()
                .filter(StrategyResult::isRelaxed)
                .map(result -> trial(decided, result, ledger))
                .toList();
    }

    private static Trial trial(RunOutcome decided, StrategyResult result, List<Trial> ledger) {
        String runId = decided.plan().runId();
        String hash = ledger.stream()
                .filter(trial -> trial.runId().equals(runId)
                        && trial.strategyId().equals(result.id())
                        && trial.variant() == AS_WRITTEN)
                .map(Trial::parametersHash)
                .findFirst()
                .orElse("none");
        return new Trial(
                runId,
                result.id(),
                AS_WRITTEN,
                Trial.relaxed(hash, result.judgement().relaxedGates()),
                decided.plan().tier(),
                result.judgement().metrics().numbers());
    }
}
