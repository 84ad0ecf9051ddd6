package io.github.parallelvalidation.journal;

import io.github.parallelvalidation.queue.Queue;
import io.github.parallelvalidation.queue.QueueEntry;
import io.github.parallelvalidation.queue.QueueFile;
import io.github.parallelvalidation.result.StrategyResult;
import io.github.parallelvalidation.settings.SettingsFile;
import io.github.parallelvalidation.strategy.StrategyFile;
import io.github.parallelvalidation.workspace.ProblemException;
import io.github.parallelvalidation.workspace.StrategyId;
import io.github.parallelvalidation.workspace.Workspace;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Finds the results that no longer speak for their strategies: since the run judged them somebody has written
/// another status into the queue, or other rules. What a relaxed gate turns into a pass are rules that were run, and
/// a failure that still stands.
public final class ChangedSince {
    private ChangedSince() {}

    /// The failures whose entry in the queue says something else now.
    static Set<StrategyId> byStatus(Workspace workspace, List<StrategyResult> results) {
        List<StrategyResult> failures =
                results.stream().filter(result -> !result.passed()).toList();
        Optional<Queue> queue = failures.isEmpty() ? Optional.empty() : queue(workspace);
        return queue.map(now -> ids(failures, result -> hasOtherStatus(now, result)))
                .orElse(Set.of());
    }

    /// Who decides or resumes writes into it, and says then what is wrong with it.
    static Optional<Queue> queue(Workspace workspace) {
        try {
            return Optional.of(new QueueFile(workspace.queue()).read());
        } catch (ProblemException notReadable) {
            return Optional.empty();
        }
    }

    private static boolean hasOtherStatus(Queue queue, StrategyResult result) {
        return queue.find(result.id())
                .map(QueueEntry::status)
                .filter(result.judgement().status()::equals)
                .isEmpty();
    }

    /// Those whose rules are others now. Each strategy is read for it.
    public static Set<StrategyId> byRules(Workspace workspace, List<StrategyResult> results) {
        // A worker of somebody's own has its own way to name rules.
        boolean hasOwnWorker = !SettingsFile.read(workspace.settings())
                .settings()
                .programs()
                .worker()
                .isEmpty();
        return hasOwnWorker ? Set.of() : ids(results, result -> hasOtherRules(workspace, result));
    }

    private static boolean hasOtherRules(Workspace workspace, StrategyResult result) {
        String judged = result.inputs().parametersHash();
        if (judged == null) {
            return false;
        }
        try {
            return workspace
                    .strategy(result.id())
                    .map(folder -> StrategyFile.read(folder.resolve(StrategyFile.NAME))
                            .strategy()
                            .hash())
                    .filter(judged::equals)
                    .isEmpty();
        } catch (ProblemException saysNoRulesAnyMore) {
            return true;
        }
    }

    private static Set<StrategyId> ids(List<StrategyResult> results, Predicate<StrategyResult> some) {
        return results.stream().filter(some).map(StrategyResult::id).collect(Collectors.toSet());
    }
}
