package io.github.parallelvalidation.ui.model;

import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.journal.RunOutcome;
import io.github.parallelvalidation.metrics.RunMetrics;
import io.github.parallelvalidation.queue.QueueEntry;
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
import java.util.Set;
import java.util.stream.Collectors;

/// A workspace as it was last read, with all that is counted or built from the whole queue: it is read in the
/// background, and shown on a thread that must not wait.
///
/// @param rows those of the queue at each tier
/// @param awaiting how many strategies await each tier
/// @param alerts the last run's alerts and the files' warnings, in sentences
public record LoadedWorkspace(
        WorkspaceView view, Map<Tier, List<StrategyRow>> rows, Map<Tier, Integer> awaiting, List<String> alerts) {

    static LoadedWorkspace read(Validation validation, Workspace workspace) {
        WorkspaceView view = validation.view(workspace);
        List<String> alerts = new ArrayList<>();
        view.lastRun().ifPresent(run -> alerts.addAll(run.alerts()));
        view.warnings().forEach(warning -> alerts.add(warning.headline()));
        LatestResults known = LatestResults.of(runs(validation, view, alerts));
        Map<Tier, List<StrategyRow>> rows = new EnumMap<>(Tier.class);
        Map<Tier, Integer> awaiting = new EnumMap<>(Tier.class);
        for (Tier tier : Tier.values()) {
            rows.put(
                    tier,
                    view.queue().entries().stream()
                            .map(entry -> StrategyRow.of(entry, known, tier))
                            .toList());
            awaiting.put(tier, view.queue().awaiting(tier).size());
        }
        return new LoadedWorkspace(view, Map.copyOf(rows), Map.copyOf(awaiting), List.copyOf(alerts));
    }

    List<StrategyRow> rows(Tier tier) {
        return rows.getOrDefault(tier, List.of());
    }

    int awaiting(Tier tier) {
        return awaiting.getOrDefault(tier, 0);
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
