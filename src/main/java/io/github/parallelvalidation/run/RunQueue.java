package io.github.parallelvalidation.run;

import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.journal.Journal;
import io.github.parallelvalidation.plan.ExecutionPlan;
import io.github.parallelvalidation.plan.PlannedStrategy;
import io.github.parallelvalidation.queue.Queue;
import io.github.parallelvalidation.queue.QueueFile;
import io.github.parallelvalidation.queue.Status;
import io.github.parallelvalidation.queue.StatusChange;
import io.github.parallelvalidation.result.StrategyResult;
import io.github.parallelvalidation.workspace.ProblemException;
import io.github.parallelvalidation.workspace.StrategyId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/// The queue during a run: each strategy's status from its beginning to its verdict. What runs is marked, and verdicts
/// are written while others still run, all that came together in one update of the file.
final class RunQueue {
    private final QueueFile file;
    private final Journal journal;
    private final GrowingPlan growing;
    /// Whoever writes writes alone: an older text must not replace a newer one.
    private final Object writing = new Object();

    /// What is not written yet; of two changes to one strategy only the later counts.
    private final Map<StrategyId, StatusChange> waiting = new LinkedHashMap<>();
    private final Set<StrategyId> marked = new HashSet<>();
    private final Map<StrategyId, StatusChange> verdicts = new HashMap<>();

    /// @param journal is forced to disk before what it says of stands in the queue
    RunQueue(QueueFile file, Journal journal, GrowingPlan growing) {
        this.file = file;
        this.journal = journal;
        this.growing = growing;
    }

    /// The entries of the plan as they are while their workers run.
    static List<StatusChange.Begin> beginnings(ExecutionPlan plan) {
        return plan.strategies().stream()
                .map(planned -> planned.beginning(plan.tier()))
                .toList();
    }

    private ExecutionPlan plan() {
        return growing.now();
    }

    static StatusChange verdict(StrategyResult result, Tier tier, Instant now) {
        return new StatusChange.Finish(
                result.id(),
                tier,
                result.judgement().status(),
                result.judgement().failure() == null
                        ? null
                        : result.judgement().failure().reason().code(),
                now,
                result.judgement().relaxedGates());
    }

    /// The status that it had before the run.
    static StatusChange restored(PlannedStrategy planned) {
        return new StatusChange.Restore(planned.id(), planned.statusBefore());
    }

    /// Marks those that run first, and those that do not wait for this tier by themselves: over what they say no
    /// verdict could be written.
    ///
    /// @param before the queue as the plan was made from it
    /// @param finished those that came to a result before an interruption
    /// @return those that somebody else has taken since the plan was made
    synchronized Set<StrategyId> begin(Queue before, Set<StrategyId> finished) {
        List<StatusChange> changes = new ArrayList<>();
        int first = plan().workers();
        for (PlannedStrategy planned : plan().strategies()) {
            boolean waits = before.find(planned.id())
                    .filter(entry -> entry.status().awaits(plan().tier()))
                    .isPresent();
            if (!finished.contains(planned.id()) && (!waits || first-- > 0)) {
                changes.add(planned.beginning(plan().tier()));
            }
        }
        QueueFile.Applied applied = file.apply(changes);
        changes.forEach(change -> marked.add(change.id()));
        return plan().strategies().stream()
                .filter(planned -> applied.queue()
                        .find(planned.id())
                        .filter(entry -> finished.contains(planned.id())
                                ? entry.status() != Status.FOREIGN
                                : planned.beginning(plan().tier()).isLegal(entry))
                        .isEmpty())
                .map(PlannedStrategy::id)
                .collect(Collectors.toSet());
    }

    /// A worker is at it now.
    synchronized void begins(PlannedStrategy planned) {
        if (marked.add(planned.id())) {
            waiting.put(planned.id(), planned.beginning(plan().tier()));
        }
    }

    /// A time-out that earned a retry shows meanwhile.
    synchronized void timedOut(PlannedStrategy planned) {
        StrategyId id = planned.id();
        waiting.put(id, new StatusChange.Begin(id, Status.timeout(plan().tier()), planned.statusBefore()));
    }

    /// A verdict that nothing can change any more.
    synchronized void judged(StrategyResult result, Instant now) {
        waiting.put(result.id(), verdict(result, plan().tier(), now));
    }

    /// Writes what is waiting.
    ///
    /// @throws ProblemException when the queue cannot be read or written now; what is waiting stays so
    void write() {
        synchronized (writing) {
            Map<StrategyId, StatusChange> taken;
            synchronized (this) {
                taken = new LinkedHashMap<>(waiting);
            }
            if (!taken.isEmpty()) {
                write(taken);
            }
        }
    }

    private void write(Map<StrategyId, StatusChange> taken) {
        journal.force();
        // Nobody waits for a large file meanwhile.
        Set<StrategyId> refused = file.update(List.copyOf(taken.values())).stream()
                .map(StatusChange::id)
                .collect(Collectors.toSet());
        synchronized (this) {
            taken.forEach((id, change) -> {
                waiting.remove(id, change);
                if (change instanceof StatusChange.Finish && !refused.contains(id)) {
                    verdicts.put(id, change);
                }
            });
        }
    }

    /// Writes the verdicts that are not there yet, and restores the status of what was not run.
    QueueFile.Applied finish(List<StrategyResult> results, Instant now) {
        synchronized (writing) {
            return finishAlone(results, now);
        }
    }

    private synchronized QueueFile.Applied finishAlone(List<StrategyResult> results, Instant now) {
        List<StatusChange> changes = new ArrayList<>();
        for (StrategyResult result : results) {
            if (!isWritten(result)) {
                changes.add(verdict(result, plan().tier(), now));
            }
        }
        Set<StrategyId> finished = results.stream().map(StrategyResult::id).collect(Collectors.toSet());
        for (PlannedStrategy planned : plan().strategies()) {
            if (!finished.contains(planned.id())) {
                changes.add(restored(planned));
            }
        }
        QueueFile.Applied applied = file.apply(changes);
        waiting.clear();
        List<StatusChange> refused = applied.refused().stream()
                // Nothing to be restored where nothing was marked.
                .filter(change -> !(change instanceof StatusChange.Restore restore)
                        || (marked.contains(change.id()) && !isAsBefore(applied.queue(), restore)))
                .toList();
        return new QueueFile.Applied(applied.queue(), refused);
    }

    /// Its mark was not written yet when the run was stopped.
    private static boolean isAsBefore(Queue queue, StatusChange.Restore change) {
        return queue.find(change.id())
                .filter(entry -> Objects.equals(entry.statusWritten().orElse(null), change.statusWritten()))
                .isPresent();
    }

    /// The run cannot go on, and cannot say more: what still says that it is at work is as it was before.
    void putBack() {
        file.update(plan().strategies().stream().map(RunQueue::restored).toList());
    }

    private boolean isWritten(StrategyResult result) {
        return verdicts.get(result.id()) instanceof StatusChange.Finish written
                && verdict(result, plan().tier(), written.at()).equals(written);
    }
}
