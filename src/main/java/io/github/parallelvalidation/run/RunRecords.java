package io.github.parallelvalidation.run;

import io.github.parallelvalidation.fix.AutoRetryQueue;
import io.github.parallelvalidation.fix.Fixes;
import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.journal.RunFile;
import io.github.parallelvalidation.journal.RunOutcome;
import io.github.parallelvalidation.knowledge.FailureTaxonomy;
import io.github.parallelvalidation.knowledge.LearningsFile;
import io.github.parallelvalidation.metrics.Alerts;
import io.github.parallelvalidation.metrics.Measurement;
import io.github.parallelvalidation.metrics.MetricsHistory;
import io.github.parallelvalidation.metrics.RunMetrics;
import io.github.parallelvalidation.plan.PlannedStrategy;
import io.github.parallelvalidation.queue.Queue;
import io.github.parallelvalidation.queue.QueueFile;
import io.github.parallelvalidation.queue.StatusChange;
import io.github.parallelvalidation.result.FailuresFile;
import io.github.parallelvalidation.result.Outcome;
import io.github.parallelvalidation.result.RunTiming;
import io.github.parallelvalidation.result.StrategyResult;
import io.github.parallelvalidation.supervise.Attempt;
import io.github.parallelvalidation.trials.Trial;
import io.github.parallelvalidation.trials.TrialLedger;
import io.github.parallelvalidation.workspace.ProblemException;
import io.github.parallelvalidation.workspace.StrategyId;
import io.github.parallelvalidation.workspace.Workspace;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.DoubleSupplier;
import java.util.stream.Collectors;

/// Writes down what a run found: its verdicts first, then the queue, then what is derived from both. Each step may be
/// repeated without harm, so a run that is cut off between two of them is made good by doing them again.
record RunRecords(Workspace workspace, RunInputs inputs, RunFile file, Clock clock) {

    RunOutcome write(
            RunOutcome found, List<Attempt> attempts, List<Trial> trials, Fixes fixes, DoubleSupplier secondsSoFar) {
        Instant now = clock.instant();
        file.summarise(found);
        new TrialLedger(workspace.trials()).add(trials);
        QueueFile queueFile = new QueueFile(workspace.queue());
        List<StatusChange> refused = queueFile.update(changes(found, now));
        RunTiming timing = RunTiming.of(secondsSoFar.getAsDouble(), found.strategies());

        Queue queue = queueFile.read();
        Tier tier = found.plan().tier();
        RunMetrics.QueueDepth depth = new RunMetrics.QueueDepth(
                found.plan().queueDepth(), queue.awaiting(tier).size());
        // Those of a run that is recorded again are there already.
        Set<String> alerts = new LinkedHashSet<>(found.alerts());
        alerts.addAll(Alerts.of(found.strategies(), attempts, inputs.settings(), depth));
        alerts.addAll(fixes.passes(found.plan()));
        alerts.addAll(fixes.troubles());
        refused.forEach(change -> alerts.add(leftAlone(change, queue)));
        RunOutcome outcome = found.with(timing, List.copyOf(alerts));

        if (outcome.escalation() != null || outcome.outcome() == Outcome.ALL_FAIL) {
            FailuresFile.write(
                    workspace.failures(found.plan().runId()), found.plan().runId(), tier, found.strategies());
        }
        unlessRefused(alerts, () -> new AutoRetryQueue(workspace, fixes).update(outcome, now));
        unlessRefused(alerts, () -> Bootstrap.update(workspace, outcome, queue, now));

        List<String> lessons = new Lessons(workspace, tier).of(found.strategies(), attempts, fixes);
        unlessRefused(
                alerts,
                () -> new LearningsFile(workspace)
                        .add(lessons, LocalDate.ofInstant(found.plan().startedAt(), ZoneOffset.UTC)));
        unlessRefused(
                alerts, () -> new FailureTaxonomy(workspace).count(found.plan().runId(), causes(found.strategies())));
        new Notifier(inputs.settings().programs().notifier(), workspace.root(), Notifier.USUAL_LIMIT)
                .send(RunSentence.of(outcome))
                .ifPresent(alerts::add);

        if (!found.strategies().isEmpty()) {
            Measurement measurement =
                    new Measurement(found.plan().runId(), found.plan().startedAt(), tier, found.strategies(), attempts);
            new MetricsHistory(workspace.history()).put(measurement.metrics(timing, depth, List.copyOf(alerts)));
        }
        RunOutcome complete = outcome.with(timing, List.copyOf(alerts));
        file.summarise(complete);
        file.finish(clock.instant());
        return complete;
    }

    private static Map<String, Integer> causes(List<StrategyResult> results) {
        Map<String, Integer> causes = new TreeMap<>();
        for (StrategyResult result : results) {
            if (result.failure() != null) {
                causes.merge(result.failure().reason().code(), 1, Integer::sum);
            }
        }
        return causes;
    }

    private static List<StatusChange> changes(RunOutcome outcome, Instant now) {
        List<StatusChange> changes = new ArrayList<>();
        for (StrategyResult result : outcome.strategies()) {
            changes.add(finish(result, now));
        }
        Set<StrategyId> finished =
                outcome.strategies().stream().map(StrategyResult::id).collect(Collectors.toSet());
        for (PlannedStrategy planned : outcome.plan().strategies()) {
            if (!finished.contains(planned.id())) {
                changes.add(new StatusChange.Restore(planned.id(), planned.statusBefore()));
            }
        }
        return changes;
    }

    static StatusChange finish(StrategyResult result, Instant now) {
        return new StatusChange.Finish(
                result.id(),
                result.status(),
                result.failure() == null ? null : result.failure().reason().code(),
                now,
                result.relaxedGates());
    }

    private static String leftAlone(StatusChange change, Queue queue) {
        return queue.find(change.id())
                .map(entry -> "%s was given the status '%s' by another program meanwhile and was left so"
                        .formatted(entry.id(), entry.statusText()))
                .orElseGet(() -> change.id() + " is no longer in the queue; its verdict is in the plan file");
    }

    /// Files beside the run's own may be in a state that we must not write over; that does not undo the run.
    static void unlessRefused(Collection<String> alerts, Runnable write) {
        try {
            write.run();
        } catch (ProblemException e) {
            alerts.add(e.problem().headline() + " (not updated)");
        }
    }
}
