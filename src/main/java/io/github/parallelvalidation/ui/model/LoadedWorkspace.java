package io.github.parallelvalidation.ui.model;

import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.journal.RunOutcome;
import io.github.parallelvalidation.metrics.MetricsHistory;
import io.github.parallelvalidation.metrics.RunMetrics;
import io.github.parallelvalidation.plan.ChosenStrategies;
import io.github.parallelvalidation.plan.L0Passes;
import io.github.parallelvalidation.plan.NextStep;
import io.github.parallelvalidation.queue.Queue;
import io.github.parallelvalidation.queue.QueueEntry;
import io.github.parallelvalidation.remark.Remarks;
import io.github.parallelvalidation.run.RunElsewhere;
import io.github.parallelvalidation.run.Validation;
import io.github.parallelvalidation.run.WorkspaceView;
import io.github.parallelvalidation.workspace.ProblemException;
import io.github.parallelvalidation.workspace.StrategyId;
import io.github.parallelvalidation.workspace.Workspace;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// A workspace as it was last read, with all that is counted or built from the whole queue: it is read in the
/// background, and shown on a thread that must not wait.
///
/// @param rows those of the queue at each tier
/// @param awaiting the strategies that await each tier, in the order in which a run would take them
/// @param nextSteps by the tier that is looked at: where the work goes on
/// @param passes who has passed L0
/// @param remarks stars and notes
/// @param queue that of the view, or the last one that could be read
/// @param knowsQueue whether the queue could be read, now or before
/// @param elsewhere the run that another process is at
/// @param alerts the last run's alerts and the files' warnings, in sentences
public record LoadedWorkspace(
        WorkspaceView view,
        Queue queue,
        boolean knowsQueue,
        Map<Tier, List<StrategyRow>> rows,
        Map<Tier, List<StrategyId>> awaiting,
        Map<Tier, NextStep> nextSteps,
        L0Passes passes,
        Remarks remarks,
        List<String> alerts,
        Optional<RunElsewhere> elsewhere) {

    static LoadedWorkspace read(Validation validation, Workspace workspace) {
        WorkspaceView view = validation.view(workspace);
        List<String> alerts = new ArrayList<>();
        view.lastRun().ifPresent(run -> alerts.addAll(run.alerts()));
        view.warnings().forEach(warning -> alerts.add(warning.headline()));
        LatestResults known = LatestResults.of(runs(validation, view, alerts));
        Map<Tier, List<StrategyRow>> rows = new EnumMap<>(Tier.class);
        Map<Tier, List<StrategyId>> awaiting = new EnumMap<>(Tier.class);
        Map<Tier, NextStep> nextSteps = new EnumMap<>(Tier.class);
        // As a run takes them: what is moved in the table is moved there.
        List<QueueEntry> inOrder = view.queue().inOrder();
        for (Tier tier : Tier.values()) {
            rows.put(
                    tier,
                    inOrder.stream()
                            .map(entry -> StrategyRow.of(entry, known, tier))
                            .toList());
            awaiting.put(
                    tier,
                    view.queue().awaiting(tier).stream().map(QueueEntry::id).toList());
            NextStep.from(tier, view.queue()).ifPresent(step -> nextSteps.put(tier, step));
        }
        return new LoadedWorkspace(
                view,
                view.queue(),
                view.isQueueReadable(),
                Map.copyOf(rows),
                Map.copyOf(awaiting),
                Map.copyOf(nextSteps),
                MetricsHistory.l0Passes(view.history()),
                remarks(validation, workspace, alerts),
                List.copyOf(alerts),
                validation.elsewhere(view));
    }

    private static Remarks remarks(Validation validation, Workspace workspace, List<String> alerts) {
        try {
            return validation.remarks(workspace);
        } catch (ProblemException e) {
            // A broken file of notes keeps nobody from running what is in the queue.
            alerts.add(e.problem().headline());
            return Remarks.NONE;
        }
    }

    /// With the rows that were read last, where the queue cannot be read now: whoever breaks a line while editing it
    /// goes on seeing the others.
    LoadedWorkspace over(Optional<LoadedWorkspace> before) {
        return before.filter(_ -> !view.isQueueReadable())
                .map(last -> new LoadedWorkspace(
                        view,
                        last.queue,
                        last.knowsQueue,
                        last.rows,
                        last.awaiting,
                        last.nextSteps,
                        last.passes,
                        remarks,
                        alerts,
                        elsewhere))
                .orElse(this);
    }

    List<StrategyRow> rows(Tier tier) {
        return rows.getOrDefault(tier, List.of());
    }

    List<StrategyId> awaiting(Tier tier) {
        return awaiting.getOrDefault(tier, List.of());
    }

    Optional<NextStep> nextStep(Tier at) {
        return Optional.ofNullable(nextSteps.get(at));
    }

    /// What of these a run at a tier would take.
    ChosenStrategies choose(List<StrategyId> ids, Tier tier) {
        return ChosenStrategies.of(queue, ids, tier, passes);
    }

    /// Finished runs, newest first, until each judged strategy of the queue is in one.
    private static List<RunOutcome> runs(Validation validation, WorkspaceView view, List<String> alerts) {
        Set<StrategyId> sought = view.queue().entries().stream()
                .filter(entry -> entry.status().isPassed() || entry.status().isUnsuccessful())
                .map(QueueEntry::id)
                .collect(Collectors.toCollection(HashSet::new));
        List<RunOutcome> runs = new ArrayList<>();
        view.lastRun().ifPresent(run -> add(run, runs, sought));
        for (RunMetrics past : view.history().reversed()) {
            if (sought.isEmpty()) {
                break;
            }
            if (runs.isEmpty() || !runs.getFirst().plan().runId().equals(past.runId())) {
                try {
                    validation.outcome(view.workspace(), past.runId()).ifPresent(run -> add(run, runs, sought));
                } catch (ProblemException e) {
                    // One unreadable old run costs its figures, not the table.
                    alerts.add(e.problem().headline());
                }
            }
        }
        return runs;
    }

    private static void add(RunOutcome run, List<RunOutcome> runs, Set<StrategyId> sought) {
        runs.add(run);
        run.strategies().forEach(result -> sought.remove(result.id()));
    }
}
