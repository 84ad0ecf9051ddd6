package io.github.parallelvalidation.run;

import io.github.parallelvalidation.plan.ExecutionPlan;
import io.github.parallelvalidation.plan.PlannedStrategy;
import io.github.parallelvalidation.queue.QueueFile;
import io.github.parallelvalidation.queue.Status;
import io.github.parallelvalidation.queue.StatusChange;
import io.github.parallelvalidation.result.StrategyResult;
import io.github.parallelvalidation.workspace.StrategyId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Updates the queue during a run: each strategy's status from its beginning to its verdict.
final class RunQueue {
    private final QueueFile file;
    private final ExecutionPlan plan;

    RunQueue(QueueFile file, ExecutionPlan plan) {
        this.file = file;
        this.plan = plan;
    }

    /// The entries of the plan as they are while its workers run.
    static List<StatusChange.Begin> beginnings(ExecutionPlan plan) {
        return plan.strategies().stream()
                .map(planned -> new StatusChange.Begin(planned.id(), Status.validating(plan.tier())))
                .toList();
    }

    static StatusChange verdict(StrategyResult result, Instant now) {
        return new StatusChange.Finish(
                result.id(),
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

    /// @return those that somebody else has taken since the plan was made
    Set<StrategyId> begin() {
        return file.update(beginnings(plan)).stream().map(StatusChange::id).collect(Collectors.toSet());
    }

    /// A time-out that earned a retry shows meanwhile. Four slots may time out at once; each update reads what the
    /// last one wrote.
    synchronized void timedOut(StrategyId id) {
        file.update(List.of(new StatusChange.Begin(id, Status.timeout(plan.tier()))));
    }

    /// Writes the verdicts, and restores the status of what was not run.
    QueueFile.Applied finish(List<StrategyResult> results, Instant now) {
        List<StatusChange> changes = new ArrayList<>();
        for (StrategyResult result : results) {
            changes.add(verdict(result, now));
        }
        Set<StrategyId> finished = results.stream().map(StrategyResult::id).collect(Collectors.toSet());
        for (PlannedStrategy planned : plan.strategies()) {
            if (!finished.contains(planned.id())) {
                changes.add(restored(planned));
            }
        }
        return file.apply(changes);
    }
}
