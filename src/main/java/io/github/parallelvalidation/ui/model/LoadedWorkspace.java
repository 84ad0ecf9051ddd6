package io.github.parallelvalidation.ui.model;

import io.github.parallelvalidation.journal.RunOutcome;
import io.github.parallelvalidation.metrics.RunMetrics;
import io.github.parallelvalidation.queue.QueueEntry;
import io.github.parallelvalidation.run.Validation;
import io.github.parallelvalidation.run.WorkspaceView;
import io.github.parallelvalidation.workspace.ProblemException;
import io.github.parallelvalidation.workspace.StrategyId;
import io.github.parallelvalidation.workspace.Workspace;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// A workspace as it was last read.
///
/// @param alerts the last run's alerts and the files' warnings, in sentences
public record LoadedWorkspace(WorkspaceView view, LatestResults known, List<String> alerts) {

    static LoadedWorkspace read(Validation validation, Workspace workspace) {
        WorkspaceView view = validation.view(workspace);
        List<String> alerts = new ArrayList<>();
        view.lastRun().ifPresent(run -> alerts.addAll(run.alerts()));
        view.warnings().forEach(warning -> alerts.add(warning.headline()));
        return new LoadedWorkspace(view, LatestResults.of(runs(validation, view, alerts)), List.copyOf(alerts));
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
