package io.github.parallelvalidation.run;

import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.merge.StrategyResult;
import io.github.parallelvalidation.metrics.MetricsHistory;
import io.github.parallelvalidation.metrics.RunMetrics;
import io.github.parallelvalidation.queue.Queue;
import io.github.parallelvalidation.queue.QueueEntry;
import io.github.parallelvalidation.queue.QueueFile;
import io.github.parallelvalidation.settings.FixableErrors;
import io.github.parallelvalidation.settings.FixableErrorsFile;
import io.github.parallelvalidation.settings.Settings;
import io.github.parallelvalidation.settings.SettingsFile;
import io.github.parallelvalidation.settings.TierProtocol;
import io.github.parallelvalidation.settings.TierProtocolFile;
import io.github.parallelvalidation.workspace.Problem;
import io.github.parallelvalidation.workspace.ProblemException;
import io.github.parallelvalidation.workspace.StrategyId;
import io.github.parallelvalidation.workspace.Workspace;
import io.github.parallelvalidation.workspace.WorkspaceLock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// Reads all there is to see of a workspace; each broken file becomes a problem in the view, not an exception.
final class WorkspaceReader {
    private final Workspace workspace;
    private final List<Problem> errors = new ArrayList<>();

    WorkspaceReader(Workspace workspace) {
        this.workspace = workspace;
    }

    WorkspaceView view() {
        Queue queue = orElse(new Queue(List.of()), () -> new QueueFile(workspace.queue()).read());
        SettingsFile.Loaded settings = orElse(
                new SettingsFile.Loaded(Settings.DEFAULT, List.of()), () -> SettingsFile.read(workspace.settings()));
        Map<Tier, TierProtocol> protocols = new EnumMap<>(Tier.class);
        for (Tier tier : Tier.values()) {
            protocols.put(
                    tier, orElse(TierProtocol.defaults(tier), () -> TierProtocolFile.read(workspace.protocol(), tier)));
        }
        orElse(FixableErrors.DEFAULT, () -> FixableErrorsFile.read(workspace.fixableErrors()));
        List<RunMetrics> history = orElse(List.of(), () -> new MetricsHistory(workspace.history()).read());
        Optional<String> holder = WorkspaceLock.holder(workspace);
        Optional<String> interrupted =
                holder.isPresent() ? Optional.empty() : orElse(Optional.empty(), () -> Interruption.find(workspace));
        List<RunOutcome> runs = orElse(List.of(), () -> newestRuns(queue));
        return new WorkspaceView(
                workspace,
                queue,
                settings.settings(),
                protocols,
                holder,
                interrupted,
                runs.stream().findFirst(),
                newest(runs),
                history,
                errors.stream().distinct().toList(),
                settings.warnings());
    }

    /// Finished runs, newest first, until each judged strategy of the queue is in one.
    private List<RunOutcome> newestRuns(Queue queue) {
        Set<StrategyId> judged = queue.entries().stream()
                .filter(entry -> entry.status().isPassed() || entry.status().isUnsuccessful())
                .map(QueueEntry::id)
                .collect(Collectors.toCollection(HashSet::new));
        List<RunOutcome> runs = new ArrayList<>();
        for (String id :
                RunIds.of(workspace).stream().limit(MetricsHistory.RUNS_KEPT).toList()) {
            RunFile file = new RunFile(workspace.plan(id));
            if (file.isFinished()) {
                file.read().outcome().ifPresent(outcome -> {
                    runs.add(outcome);
                    outcome.strategies().forEach(result -> judged.remove(result.id()));
                });
                if (!runs.isEmpty() && judged.isEmpty()) {
                    break;
                }
            }
        }
        return runs;
    }

    private static Map<StrategyId, StrategyResult> newest(List<RunOutcome> runs) {
        Map<StrategyId, StrategyResult> newest = new HashMap<>();
        runs.forEach(run -> run.strategies().forEach(result -> newest.putIfAbsent(result.id(), result)));
        return newest;
    }

    private <T> T orElse(T fallback, Supplier<T> read) {
        try {
            return read.get();
        } catch (ProblemException e) {
            errors.add(e.problem());
            return fallback;
        }
    }
}
