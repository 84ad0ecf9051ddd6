package io.github.parallelvalidation.run;

import io.github.parallelvalidation.fix.FixAttempt;
import io.github.parallelvalidation.fix.FixAttemptFile;
import io.github.parallelvalidation.fix.FixTable;
import io.github.parallelvalidation.gate.FailureReason;
import io.github.parallelvalidation.plan.PlannedStrategy;
import io.github.parallelvalidation.queue.Status;
import io.github.parallelvalidation.result.Failure;
import io.github.parallelvalidation.result.Judgement;
import io.github.parallelvalidation.result.StrategyResult;
import io.github.parallelvalidation.strategy.ParameterVariation;
import io.github.parallelvalidation.strategy.Strategy;
import io.github.parallelvalidation.supervise.Attempt;
import io.github.parallelvalidation.supervise.AttemptOutcome;
import io.github.parallelvalidation.trials.Trial;
import io.github.parallelvalidation.worker.StrategyInputs;
import io.github.parallelvalidation.workspace.ProblemException;
import io.github.parallelvalidation.workspace.StrategyId;
import io.github.parallelvalidation.workspace.Workspace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Tries parameter variations of strategies that failed fixably, after all verdicts are reached. Neither their files
/// nor their verdicts change.
final class FixStage {
    private final RunContext run;
    private final StrategyRun strategies;
    private final List<StrategyResult> results;
    private final FixVerdicts verdicts;
    private final Map<StrategyId, PlannedStrategy> planned;

    /// @param results the verdicts of the run
    /// @param trials those of the run so far
    FixStage(RunContext run, StrategyRun strategies, List<StrategyResult> results, List<Trial> trials) {
        this.run = run;
        this.strategies = strategies;
        this.results = results;
        this.verdicts = new FixVerdicts(run, results, trials);
        this.planned = run.plan().strategies().stream()
                .collect(Collectors.toMap(PlannedStrategy::id, Function.identity(), (first, _) -> first));
    }

    void run() {
        List<StrategyResult> candidates =
                results.stream().filter(FixStage::isCandidate).toList();
        if (candidates.isEmpty()
                || run.stop().isRaised()
                || !run.inputs().settings().failures().autoRetries(run.tier())) {
            return;
        }
        if (!run.inputs().settings().programs().worker().isEmpty()) {
            // Said to whoever asked for it; where the default switches it on nobody misses it.
            if (run.inputs().settings().failures().autoRetry() != null) {
                run.monitor().remark("auto_retry: parameters are varied with the built-in worker only, so none were");
            }
            return;
        }
        run.pool()
                .run(
                        candidates,
                        (slot, failed) -> {
                            Slot before = run.board().snapshot().slots().get(slot);
                            try {
                                vary(slot, failed);
                            } catch (ProblemException e) {
                                run.monitor()
                                        .remark("%s was not tried with varied parameters: %s"
                                                .formatted(
                                                        failed.id(),
                                                        run.workspace()
                                                                .shorter(e.problem()
                                                                        .headline())));
                            }
                            run.board().show(slot, before);
                        },
                        () -> !run.stop().isRaised(),
                        run.stop()::fail);
        if (!run.stop().isRaised()) {
            verdicts.recount(candidates);
        }
    }

    /// Failed by its gates, and fixable.
    private static boolean isCandidate(StrategyResult result) {
        Judgement judgement = result.judgement();
        Failure failure = judgement.failure();
        return judgement.status() == Status.FIXABLE_FAILURE
                && failure != null
                && failure.reason() != FailureReason.TIMEOUT
                && !judgement.gates().isEmpty();
    }

    private void vary(int slot, StrategyResult failed) {
        Failure failure = failed.judgement().failure();
        Optional<Path> folder = run.workspace().strategy(failed.id());
        if (failure == null || folder.isEmpty()) {
            return;
        }
        Strategy strategy =
                new StrategyInputs(run.workspace(), folder.get()).strategy().strategy();
        FixAttemptFile file = new FixAttemptFile(
                folder.get().resolve(Workspace.RESULTS), run.plan().runId(), run.tier());
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
        PlannedStrategy asPlanned = Objects.requireNonNull(planned.get(failed.id()), "what failed was planned");
        return strategies
                .vary(slot, asPlanned, folder, variation)
                .map(attempts -> judged(failed, failure, variation, attempts, earlier));
    }

    private FixAttempt judged(
            StrategyResult failed,
            Failure failure,
            ParameterVariation variation,
            List<Attempt> attempts,
            List<FixAttempt> earlier) {
        StrategyResult alone = run.inputs().judge().judge(failed.id(), failed.name(), attempts);
        String hash = attempts.getLast().outcome() instanceof AttemptOutcome.Completed completed
                ? Optional.ofNullable(completed.parametersHash())
                        .orElse(variation.name() + " of " + run.plan().runId())
                : null;
        FixAttempt made = FixVerdicts.attempt(variation, failure.reason(), hash, alone);
        // Its own returns decide what it counts as, so they are taken first.
        RunReturns.of(run).take(failed.id(), made);
        return verdicts.inRun(made, alone, earlier);
    }
}
