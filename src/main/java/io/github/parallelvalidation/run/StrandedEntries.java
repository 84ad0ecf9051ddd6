package io.github.parallelvalidation.run;

import io.github.parallelvalidation.journal.RunLock;
import io.github.parallelvalidation.queue.Queue;
import io.github.parallelvalidation.queue.QueueEntry;
import io.github.parallelvalidation.queue.QueueFile;
import io.github.parallelvalidation.queue.StatusChange;
import io.github.parallelvalidation.workspace.StrategyId;
import io.github.parallelvalidation.workspace.Workspace;
import io.github.parallelvalidation.workspace.WorkspaceLock;
import java.util.List;
import java.util.Set;

/// Entries of the queue that say they are being validated although no run is on and none waits to be resumed: the plan
/// was deleted, or the queue was copied from elsewhere. Nobody would ever come back to them.
final class StrandedEntries {
    private StrandedEntries() {}

    /// Means something only while nobody holds the lock.
    ///
    /// @param planned the strategies of a run that waits to be resumed
    static List<QueueEntry> of(Queue queue, Set<StrategyId> planned) {
        return queue.entries().stream()
                .filter(entry -> entry.status().isUnderway() && !planned.contains(entry.id()))
                .toList();
    }

    /// Lets them await their tier again.
    ///
    /// @return those that do now
    static List<StrategyId> giveBack(Workspace workspace) {
        try (WorkspaceLock _ = RunLock.acquireUninterrupted(workspace)) {
            QueueFile file = new QueueFile(workspace.queue());
            List<StatusChange.Restore> changes = of(file.read(), Set.of()).stream()
                    .map(StrandedEntries::given)
                    .toList();
            List<StatusChange> refused = file.update(changes);
            return changes.stream()
                    .filter(change -> !refused.contains(change))
                    .map(StatusChange.Restore::id)
                    .toList();
        }
    }

    /// What it was before its run nobody knows any more. That it passed the tier before is not claimed.
    private static StatusChange.Restore given(QueueEntry entry) {
        return new StatusChange.Restore(
                entry.id(), " " + entry.status().waitingAgain().name());
    }
}
