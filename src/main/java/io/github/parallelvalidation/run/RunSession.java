package io.github.parallelvalidation.run;

import io.github.parallelvalidation.escalation.Escalation;
import io.github.parallelvalidation.escalation.EscalationRules;
import io.github.parallelvalidation.fix.Fixes;
import io.github.parallelvalidation.fix.RunTrials;
import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.journal.RunFile;
import io.github.parallelvalidation.journal.RunOutcome;
import io.github.parallelvalidation.metrics.ProcessorShare;
import io.github.parallelvalidation.plan.ExecutionPlan;
import io.github.parallelvalidation.plan.PlannedStrategy;
import io.github.parallelvalidation.queue.QueueFile;
import io.github.parallelvalidation.queue.Status;
import io.github.parallelvalidation.queue.StatusChange;
import io.github.parallelvalidation.result.Judge;
import io.github.parallelvalidation.result.RunTiming;
import io.github.parallelvalidation.result.StrategyResult;
import io.github.parallelvalidation.run.RunSnapshot.Phase;
import io.github.parallelvalidation.supervise.Attempt;
import io.github.parallelvalidation.supervise.AttemptRunner;
import io.github.parallelvalidation.supervise.RetryPolicy;
import io.github.parallelvalidation.supervise.StopSignal;
import io.github.parallelvalidation.trials.Trial;
import io.github.parallelvalidation.workspace.StrategyId;
import io.github.parallelvalidation.workspace.Workspace;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The data flow of one run whose plan is written: workers, verdicts, records.
///
/// @param startNanos when the plan was written, on the monotonic clock
record RunSession(
        Workspace workspace,
        RunInputs inputs,
        ExecutionPlan plan,
        RunFile file,
        AttemptRunner runner,
        RunBoard board,
        StopSignal stop,
        Clock clock,
        RunMonitor attention,
        long startNanos) {

    /// @param earlier attempts from before an interruption
    RunOutcome run(Map<StrategyId, List<Attempt>> earlier) {
        board.begin(plan);
        QueueFile queue = new QueueFile(workspace.queue());
        Set<StrategyId> refused =
                queue.update(beginnings(plan)).stream().map(StatusChange::id).collect(Collectors.toSet());
        Map<StrategyId, List<Attempt>> attempts = work(queue, earlier, refused);
        RunOutcome found = outcome(attempts);
        if (!found.cancelled()) {
            new FixStage(
                            workspace,
                            inputs,
                            plan,
                            strategyRun(queue),
                            board,
                            stop,
                            attention,
                            found.strategies(),
                            trials(attempts))
                    .run();
        }
        board.phase(Phase.MERGING);
        return record(found.with(found.timing(), remarks(attempts)), attempts);
    }

    /// Writes what follows from the verdicts, in an order in which a cut at any place can be made good.
    RunOutcome record(RunOutcome outcome, Map<StrategyId, List<Attempt>> attempts) {
        List<Attempt> all = attempts.values().stream().flatMap(List::stream).toList();
        Fixes fixes = Fixes.read(workspace, plan);
        List<Trial> trials = Stream.concat(
                        trials(attempts).stream(), fixes.trials(new RunTrials(workspace, plan)).stream())
                .toList();
        return new RunRecords(workspace, inputs, file, clock).write(outcome, all, trials, fixes, this::secondsSoFar);
    }

    private Map<StrategyId, List<Attempt>> work(
            QueueFile queue, Map<StrategyId, List<Attempt>> earlier, Set<StrategyId> refused) {
        Map<StrategyId, List<Attempt>> finished = new ConcurrentHashMap<>();
        List<PlannedStrategy> waiting = new ArrayList<>();
        Judge judge = inputs.judge();
        for (PlannedStrategy planned : plan.strategies()) {
            List<Attempt> known = earlier.getOrDefault(planned.id(), List.of());
            if (!known.isEmpty() && RetryPolicy.retryAfter(known).isEmpty()) {
                finished.put(planned.id(), known);
                board.add(judge.judge(planned.id(), planned.name(), known));
            } else if (!refused.contains(planned.id())) {
                waiting.add(planned);
            }
        }
        AtomicBoolean failed = new AtomicBoolean();
        StrategyRun strategies = strategyRun(queue);
        new WorkerPool(Math.max(1, plan.workers()))
                .run(
                        waiting,
                        (slot, planned) -> strategies
                                .attempt(slot, planned, earlier.getOrDefault(planned.id(), List.of()))
                                .ifPresentOrElse(
                                        attempts -> {
                                            finished.put(planned.id(), attempts);
                                            StrategyResult result = judge.judge(planned.id(), planned.name(), attempts);
                                            failed.compareAndSet(false, !result.passed());
                                            board.done(slot, result);
                                        },
                                        () -> board.show(slot, new Slot.Idle())),
                        () -> !stop.isRaised() && !(inputs.settings().failures().failFast() && failed.get()));
        return finished;
    }

    private StrategyRun strategyRun(QueueFile queue) {
        return new StrategyRun(
                workspace,
                tier(),
                plan.runId(),
                plan.timeout(inputs.settings()),
                runner,
                file,
                board,
                stop,
                clock,
                attention,
                id -> {
                    // Four places may time out at once; each update reads what the last one wrote.
                    synchronized (queue) {
                        queue.update(List.of(new StatusChange.Begin(id, Status.timeout(tier()))));
                    }
                });
    }

    private RunOutcome outcome(Map<StrategyId, List<Attempt>> attempts) {
        Judge judge = inputs.judge();
        List<StrategyResult> results = plan.strategies().stream()
                .flatMap(planned -> Optional.ofNullable(attempts.get(planned.id())).stream()
                        .map(made -> judge.judge(planned.id(), planned.name(), made)))
                .toList();
        List<StrategyResult> merged = inputs.merger(trials(attempts)).merge(results);
        boolean cancelled = stop.isRaised() && merged.size() < plan.strategies().size();
        Optional<Escalation> escalation = cancelled
                ? Optional.empty()
                : new EscalationRules(inputs.settings().failures().autoEscalateThreshold()).assess(merged);
        return new RunOutcome(
                plan,
                false,
                cancelled,
                merged,
                RunTiming.of(secondsSoFar(), merged),
                escalation.orElse(null),
                remarks(attempts));
    }

    private List<String> remarks(Map<StrategyId, List<Attempt>> attempts) {
        List<String> remarks = new ArrayList<>(attention.remarks());
        List<Attempt> all = attempts.values().stream().flatMap(List::stream).toList();
        ProcessorShare.alert(all, inputs.settings().resources().cpuPercentPerWorker())
                .ifPresent(remarks::add);
        return remarks;
    }

    private List<Trial> trials(Map<StrategyId, List<Attempt>> attempts) {
        return new RunTrials(workspace, plan).of(attempts);
    }

    static List<StatusChange.Begin> beginnings(ExecutionPlan plan) {
        return plan.strategies().stream()
                .map(planned -> new StatusChange.Begin(planned.id(), Status.validating(plan.tier())))
                .toList();
    }

    private Tier tier() {
        return plan.tier();
    }

    private double secondsSoFar() {
        return (System.nanoTime() - startNanos) / 1e9;
    }
}
