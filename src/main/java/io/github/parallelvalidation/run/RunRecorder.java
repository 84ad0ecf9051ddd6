package io.github.parallelvalidation.run;

import io.github.parallelvalidation.fix.AutoRetryQueue;
import io.github.parallelvalidation.journal.PlanArchive;
import io.github.parallelvalidation.journal.RunChain;
import io.github.parallelvalidation.journal.RunOutcome;
import io.github.parallelvalidation.knowledge.FailureTaxonomy;
import io.github.parallelvalidation.knowledge.LearningsFile;
import io.github.parallelvalidation.metrics.Measurement;
import io.github.parallelvalidation.metrics.MetricsHistory;
import io.github.parallelvalidation.metrics.RunMetrics;
import io.github.parallelvalidation.plan.ExecutionPlan;
import io.github.parallelvalidation.queue.QueueFile;
import io.github.parallelvalidation.result.FailuresFile;
import io.github.parallelvalidation.result.Outcome;
import io.github.parallelvalidation.result.RunTiming;
import io.github.parallelvalidation.result.StrategyResult;
import io.github.parallelvalidation.settings.EscalationOption;
import io.github.parallelvalidation.settings.Settings;
import io.github.parallelvalidation.trials.ReturnsStore;
import io.github.parallelvalidation.trials.TrialLedger;
import io.github.parallelvalidation.worker.TraceArchive;
import io.github.parallelvalidation.workspace.Workspace;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Writes the records of a run after its last worker: its verdicts first, for safety, then the queue, then what is
/// derived from both. The summary is written again at the end, complete with the alerts of all steps before it.
final class RunRecorder {
    private final RunContext run;
    private final RunQueue queue;
    private final RunFindings found;
    private final Workspace workspace;
    private final ExecutionPlan plan;
    private final Instant now;

    RunRecorder(RunContext run, RunQueue queue, RunFindings found) {
        this.run = run;
        this.queue = queue;
        this.found = found;
        this.workspace = run.workspace();
        this.plan = run.plan();
        this.now = run.clock().now();
    }

    RunOutcome write() {
        return RecordStep.all(steps(), start()).outcome();
    }

    /// The state before the first step.
    RecordState start() {
        return new RecordState(found.verdicts(), run.inputs().queue());
    }

    List<RecordStep> steps() {
        return List.of(
                RecordStep.ofOurs("verdicts", "the summary is replaced as a whole", this::summary),
                RecordStep.ofOurs("trial ledger", "lines that are there are not added again", _ -> ledger()),
                RecordStep.unlessRefused("returns of the trials", "the same returns are written again", _ -> returns()),
                new RecordStep("queue", "the same verdict twice is one verdict", this::queue),
                RecordStep.ofOurs("failures file", "the file is replaced as a whole", this::failures),
                RecordStep.unlessRefused("auto-retry queue", "a strategy is in it once", this::autoRetry),
                RecordStep.unlessRefused("BOOTSTRAP.md", "our block is replaced", this::bootstrap),
                RecordStep.unlessRefused("learnings", "a lesson that is there is not added again", _ -> lessons()),
                RecordStep.unlessRefused(
                        "failure taxonomy", "a cause knows the run it was last counted in", _ -> causes()),
                new RecordStep("notification", "who is told twice knows no less", this::notification),
                RecordStep.unlessRefused("archive", "what was moved or removed is not there any more", _ -> tidy()),
                RecordStep.ofOurs("metrics history", "the run's line is known by its id and replaced", this::metrics),
                RecordStep.ofOurs("summary", "it is replaced as a whole, the closing line goes with it", this::summary),
                RecordStep.ofOurs(
                        "closing line",
                        "the summary has just taken away an earlier one",
                        _ -> run.file().finish(run.clock().now())));
    }

    private void summary(RecordState recorded) {
        run.file().summarise(recorded.outcome());
    }

    private void ledger() {
        new TrialLedger(workspace.trials()).add(found.trials());
    }

    private void returns() {
        ReturnsStore store = run.inputs().returns();
        store.save();
        store.prune(Stream.concat(run.inputs().trials().stream(), found.trials().stream())
                .toList());
    }

    /// From here on it is known what others did to the queue meanwhile, and so are all alerts but those about files:
    /// they come behind those of the steps before.
    private RecordState queue(RecordState recorded) {
        List<StrategyResult> results = found.verdicts().strategies();
        QueueFile.Applied applied = queue.finish(results, now);
        RunTiming timing = RunTiming.of(run.clock().secondsSoFar(), results, plan.workers());
        Set<String> alerts = new LinkedHashSet<>(recorded.outcome().alerts());
        alerts.addAll(RunAlerts.of(found, run.inputs().settings(), applied));
        return new RecordState(recorded.outcome().with(timing, List.copyOf(alerts)), applied.queue());
    }

    private void failures(RecordState recorded) {
        RunOutcome outcome = recorded.outcome();
        if (outcome.escalation() != null || outcome.outcome() == Outcome.ALL_FAIL) {
            FailuresFile.write(workspace.failures(plan.runId()), plan.runId(), plan.tier(), outcome.strategies());
        }
    }

    private void autoRetry(RecordState recorded) {
        new AutoRetryQueue(workspace, found.fixes()).update(recorded.outcome(), now);
    }

    private void bootstrap(RecordState recorded) {
        BootstrapFile.update(workspace, recorded.outcome(), recorded.queue(), now);
    }

    private void lessons() {
        List<String> lessons =
                new Lessons(workspace, plan.tier()).of(found.verdicts().strategies(), found.attempts(), found.fixes());
        new LearningsFile(workspace).add(lessons, LocalDate.ofInstant(plan.startedAt(), ZoneOffset.UTC));
    }

    private void causes() {
        Map<String, Integer> causes = new TreeMap<>();
        for (StrategyResult result : found.verdicts().strategies()) {
            if (result.judgement().failure() != null) {
                causes.merge(result.judgement().failure().reason().code(), 1, Integer::sum);
            }
        }
        new FailureTaxonomy(workspace).count(plan.runId(), causes);
    }

    private void tidy() {
        Settings.Monitoring wanted = run.inputs().settings().monitoring();
        new PlanArchive(workspace, wanted.keepPlans()).tidy();
        new TraceArchive(workspace, wanted.keepTraces()).tidy(plan.ids());
    }

    private RecordState notification(RecordState recorded) {
        return run.inputs()
                .programs()
                .notifier()
                .flatMap(program ->
                        new Notifier(program, workspace.root(), Notifier.USUAL_LIMIT).send(message(recorded.outcome())))
                .map(recorded::with)
                .orElse(recorded);
    }

    /// Who is told that a run is over learns as well that it waits for him.
    private String message(RunOutcome outcome) {
        FollowUp next = FollowUp.after(
                RunChain.read(workspace, outcome).rounds(),
                run.inputs().settings(),
                plan.link().wishes());
        return next instanceof FollowUp.Ask
                ? "%s A decision waits: %s.".formatted(RunSentence.of(outcome), EscalationOption.alternatives())
                : RunSentence.of(outcome);
    }

    private void metrics(RecordState recorded) {
        RunOutcome outcome = recorded.outcome();
        if (outcome.strategies().isEmpty()) {
            return;
        }
        Measurement measurement = new Measurement(
                plan.runId(),
                plan.startedAt(),
                plan.tier(),
                outcome.strategies(),
                outcome.cancelled(),
                outcome.luck(),
                found.attempts(),
                run.inputs().settings().monitoring().trackWorkerPerformance());
        RunMetrics.QueueDepth depth = RunAlerts.depth(plan, recorded.queue());
        new MetricsHistory(workspace.history()).put(measurement.metrics(outcome.timing(), depth, outcome.alerts()));
    }
}
