package io.github.parallelvalidation.run;

import io.github.parallelvalidation.display.ResemblanceText;
import io.github.parallelvalidation.escalation.Escalation;
import io.github.parallelvalidation.escalation.EscalationRules;
import io.github.parallelvalidation.fix.RunTrials;
import io.github.parallelvalidation.journal.RunOutcome;
import io.github.parallelvalidation.luck.RunWorlds;
import io.github.parallelvalidation.plan.PlannedStrategy;
import io.github.parallelvalidation.process.Shortage;
import io.github.parallelvalidation.queue.QueueFile;
import io.github.parallelvalidation.result.Merged;
import io.github.parallelvalidation.result.RunTiming;
import io.github.parallelvalidation.result.StrategyResult;
import io.github.parallelvalidation.run.RunSnapshot.Phase;
import io.github.parallelvalidation.supervise.Attempt;
import io.github.parallelvalidation.supervise.AttemptRunner;
import io.github.parallelvalidation.trials.Trial;
import io.github.parallelvalidation.workspace.ProblemException;
import io.github.parallelvalidation.workspace.StrategyId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/// Executes a run whose plan is written: workers, verdicts, parameter variations, records.
final class RunSession {
    private static final int TRIES = 10;
    private static final long PAUSE_NANOS = 200_000_000;

    private final RunContext run;
    private final AttemptRunner runner;
    private final RunQueue queue;
    private final StrategyRun strategies;
    private final List<PlannedStrategy> begun;

    /// @param runner makes the attempts
    /// @param begun what it begins with; whatever joins the plan later comes by itself, and would run twice
    RunSession(RunContext run, AttemptRunner runner, List<PlannedStrategy> begun) {
        this.run = run;
        this.runner = runner;
        this.begun = List.copyOf(begun);
        this.queue = new RunQueue(new QueueFile(run.workspace().queue()), run.journal(), run.growing());
        this.strategies = new StrategyRun(run, runner, queue);
    }

    /// @param earlier attempts from before an interruption
    RunOutcome run(Map<StrategyId, List<Attempt>> earlier) {
        return run(earlier, Feed.of(List.of()));
    }

    /// @param joining the strategies that join while the run is on; it ends once nothing more will come
    RunOutcome run(Map<StrategyId, List<Attempt>> earlier, Feed<PlannedStrategy> joining) {
        Judged judged;
        try (runner) {
            run.board().begin(run.plan(), run.clock().part());
            Set<StrategyId> taken = queue.begin(run.inputs().queue(), finished(earlier));
            judged = judge(earlier, taken, joining);
        }
        run.board().phase(Phase.MERGING);
        RunOutcome ended = record(
                outcome(judged.merged(), judged.cancelled(), judged.attempts()), judged.attempts(), judged.trials());
        run.stop().failure().ifPresent(reason -> {
            throw new RunStoppedException(reason, recorded(ended));
        });
        return ended;
    }

    private static String recorded(RunOutcome ended) {
        return "The run was stopped; it is no strategy's fault. %d of %d had finished and are recorded, the others wait again."
                .formatted(ended.strategies().size(), ended.plan().strategies().size());
    }

    /// Verdicts that are known are in the queue now.
    ///
    /// @throws ProblemException when the queue cannot be read or written
    void writeQueue() {
        queue.write();
    }

    /// A strategy that no worker is at yet says that it is being validated.
    void claim(PlannedStrategy planned) {
        queue.begins(planned);
        queue.write();
    }

    /// What still says that it is at work waits again, as far as that can be written.
    void putBack(Throwable reason) {
        for (int i = 1; i <= TRIES; i++) {
            try {
                queue.putBack();
                return;
            } catch (RuntimeException | Error e) {
                if (i == TRIES || Shortage.of(e).isEmpty()) {
                    reason.addSuppressed(e);
                    return;
                }
                // What has just ended gives back a moment later what it held.
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
    }

    /// What the workers found.
    private record Judged(
            Merged merged, boolean cancelled, Map<StrategyId, List<Attempt>> attempts, List<Trial> trials) {}

    private static Set<StrategyId> finished(Map<StrategyId, List<Attempt>> earlier) {
        return earlier.entrySet().stream()
                .filter(known -> StrategyStage.isFinal(known.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private Judged judge(Map<StrategyId, List<Attempt>> earlier, Set<StrategyId> taken, Feed<PlannedStrategy> joining) {
        List<JudgedStrategy> judged;
        try (QueueWriter _ = new QueueWriter(queue, run.monitor())) {
            judged = new StrategyStage(run, strategies, queue).run(begun, earlier, taken, joining);
        }
        Map<StrategyId, List<Attempt>> attempts = JudgedStrategy.attempts(judged);
        List<Trial> trials = trials(attempts);
        RunReturns returns = RunReturns.of(run);
        returns.take(trials);
        RunWorlds worlds = JudgedStrategy.worlds(
                judged, run.inputs().protocol().placeboWorlds().worlds());
        Merged merged = new Resemblance(
                        run.workspace(), run.inputs(), run.plan().runId(), trials)
                .mark(run.inputs().merger(trials).merge(JudgedStrategy.results(judged), worlds));
        returns.remarkProblems();
        List<StrategyResult> verdicts = merged.strategies();
        boolean cancelled = run.stop().isRaised()
                && verdicts.size() < run.plan().strategies().size();
        if (!cancelled) {
            new FixStage(run, strategies, verdicts, trials).run();
        }
        return new Judged(merged, cancelled, attempts, trials);
    }

    /// A run whose verdicts were all reached before it was cut off: only what follows from them is repeated.
    RunOutcome record(RunOutcome verdicts, Map<StrategyId, List<Attempt>> attempts) {
        List<Trial> trials = trials(attempts);
        RunReturns.of(run).take(trials);
        return record(verdicts, attempts, trials);
    }

    private RunOutcome record(RunOutcome verdicts, Map<StrategyId, List<Attempt>> attempts, List<Trial> trials) {
        return new RunRecorder(run, queue, RunFindings.of(run, verdicts, attempts, trials)).write();
    }

    private List<Trial> trials(Map<StrategyId, List<Attempt>> attempts) {
        return new RunTrials(run.workspace(), run.plan())
                .of(attempts, run.inputs().judge());
    }

    private RunOutcome outcome(Merged merged, boolean cancelled, Map<StrategyId, List<Attempt>> attempts) {
        List<StrategyResult> verdicts = merged.strategies();
        Escalation question = cancelled
                ? null
                : new EscalationRules(run.inputs().settings().failures().autoEscalateThreshold())
                        .assess(verdicts)
                        .orElse(null);
        List<String> alerts = new ArrayList<>(ResemblanceText.ideas(verdicts));
        alerts.addAll(RunAlerts.ofWorkers(
                run.monitor(), attempts.values(), run.inputs().settings()));
        return new RunOutcome(
                run.plan(),
                false,
                cancelled,
                verdicts,
                merged.luck(),
                RunTiming.of(run.clock().secondsSoFar(), verdicts, run.plan().workers()),
                question,
                alerts);
    }
}
