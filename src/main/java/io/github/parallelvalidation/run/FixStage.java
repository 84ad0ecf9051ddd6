package io.github.parallelvalidation.run;

import io.github.parallelvalidation.fix.FixAttempt;
import io.github.parallelvalidation.fix.FixAttemptFile;
import io.github.parallelvalidation.fix.FixTable;
import io.github.parallelvalidation.fix.RunTrials;
import io.github.parallelvalidation.gate.FailureReason;
import io.github.parallelvalidation.plan.ExecutionPlan;
import io.github.parallelvalidation.plan.PlannedStrategy;
import io.github.parallelvalidation.queue.Status;
import io.github.parallelvalidation.result.Failure;
import io.github.parallelvalidation.result.StrategyResult;
import io.github.parallelvalidation.strategy.ParameterVariation;
import io.github.parallelvalidation.strategy.Strategy;
import io.github.parallelvalidation.supervise.Attempt;
import io.github.parallelvalidation.supervise.AttemptOutcome;
import io.github.parallelvalidation.supervise.StopSignal;
import io.github.parallelvalidation.trials.Trial;
import io.github.parallelvalidation.worker.StrategyInputs;
import io.github.parallelvalidation.workspace.ProblemException;
import io.github.parallelvalidation.workspace.StrategyId;
import io.github.parallelvalidation.workspace.Workspace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// After the verdicts: strategies whose failure other numbers might mend are tried with some. Neither their files nor
/// their verdicts change.
///
/// @param results the verdicts of the run
/// @param trials those of the run so far
record FixStage(
        Workspace workspace,
        RunInputs inputs,
        ExecutionPlan plan,
        StrategyRun runs,
        RunBoard board,
        StopSignal stop,
        RunMonitor attention,
        List<StrategyResult> results,
        List<Trial> trials) {

    void run() {
        List<StrategyResult> candidates =
                results.stream().filter(FixStage::isCandidate).toList();
        if (candidates.isEmpty()
                || stop.isRaised()
                || !inputs.settings().failures().autoRetries(plan.tier())) {
            return;
        }
        if (!inputs.settings().programs().worker().isEmpty()) {
            // Said to whoever asked for it; where the default switches it on nobody misses it.
            if (inputs.settings().failures().autoRetry() != null) {
                attention.remark("auto_retry: other numbers are tried with the built-in worker only, so none were");
            }
            return;
        }
        new WorkerPool(Math.max(1, plan.workers()))
                .run(
                        candidates,
                        (slot, failed) -> {
                            Slot before = board.snapshot().slots().get(slot);
                            try {
                                vary(slot, failed);
                            } catch (ProblemException e) {
                                attention.remark("%s was not tried with other numbers: %s"
                                        .formatted(
                                                failed.id(),
                                                workspace.shorter(e.problem().headline())));
                            }
                            board.show(slot, before);
                        },
                        () -> !stop.isRaised());
    }

    /// Failed by its gates, and fixable.
    private static boolean isCandidate(StrategyResult result) {
        Failure failure = result.failure();
        return result.status() == Status.FIXABLE_FAILURE
                && failure != null
                && failure.reason() != FailureReason.TIMEOUT
                && !result.gates().isEmpty();
    }

    private void vary(int slot, StrategyResult failed) {
        Failure failure = failed.failure();
        Optional<Path> folder = workspace.strategy(failed.id());
        if (failure == null || folder.isEmpty()) {
            return;
        }
        Strategy strategy =
                new StrategyInputs(workspace, folder.get()).strategy().strategy();
        FixAttemptFile file = new FixAttemptFile(folder.get().resolve("backtest-results"), plan.runId(), plan.tier());
        List<FixAttempt> made = new ArrayList<>();
        for (ParameterVariation variation : FixTable.variations(failure.reason(), strategy)) {
            Optional<FixAttempt> known = file.read(variation.number());
            Optional<FixAttempt> fix = known.or(() -> attempt(slot, folder.get(), failed, failure, variation, made));
            if (fix.isEmpty()) {
                return;
            }
            made.add(fix.get());
            if (known.isEmpty()) {
                file.write(fix.get(), failed.id().value());
            }
            file.clear(variation.number());
            if (fix.get().passed()) {
                return;
            }
        }
    }

    private Optional<FixAttempt> attempt(
            int slot,
            Path folder,
            StrategyResult failed,
            Failure failure,
            ParameterVariation variation,
            List<FixAttempt> earlier) {
        PlannedStrategy planned = plan.strategies().stream()
                .filter(strategy -> strategy.id().equals(failed.id()))
                .findFirst()
                .orElseThrow();
        return runs.vary(slot, planned, folder, variation)
                .map(attempts -> judged(failed, failure, variation, attempts, earlier));
    }

    private FixAttempt judged(
            StrategyResult failed,
            Failure failure,
            ParameterVariation variation,
            List<Attempt> attempts,
            List<FixAttempt> earlier) {
        StrategyResult result = inRun(inputs.judge().judge(failed.id(), failed.name(), attempts), earlier);
        String hash = attempts.getLast().outcome() instanceof AttemptOutcome.Completed completed
                ? Optional.ofNullable(completed.parametersHash()).orElse(variation.name() + " of " + plan.runId())
                : null;
        return new FixAttempt(
                variation,
                failure.reason(),
                hash,
                result.metrics(),
                result.gates(),
                result.passed(),
                result.failure() == null ? "" : result.failure().message());
    }

    /// With what only the whole run can tell: the same run, had the strategy been written so.
    private StrategyResult inRun(StrategyResult result, List<FixAttempt> earlier) {
        StrategyId id = result.id();
        List<Trial> soFar = Stream.concat(trials.stream(), new RunTrials(workspace, plan).of(id, earlier).stream())
                .toList();
        List<StrategyResult> all = results.stream()
                .map(other -> other.id().equals(id) ? result : other)
                .toList();
        return inputs.merger(soFar).merge(all).stream()
                .filter(merged -> merged.id().equals(id))
                .findFirst()
                .orElse(result);
    }
}
