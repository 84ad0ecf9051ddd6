package io.github.parallelvalidation.journal;

import io.github.parallelvalidation.plan.ExecutionPlan;
import io.github.parallelvalidation.queue.Queue;
import io.github.parallelvalidation.queue.QueueEntry;
import io.github.parallelvalidation.queue.StatusChange;
import io.github.parallelvalidation.result.StrategyResult;
import io.github.parallelvalidation.supervise.Attempt;
import io.github.parallelvalidation.supervise.RetryPolicy;
import io.github.parallelvalidation.workspace.Printable;
import io.github.parallelvalidation.workspace.Problem;
import io.github.parallelvalidation.workspace.ProblemException;
import io.github.parallelvalidation.workspace.StrategyId;
import io.github.parallelvalidation.workspace.Workspace;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Finds the interrupted run of a workspace, one whose plan file lacks its last line. There is at most one: a new run,
/// and a decision about an older one, are refused until it is resumed or discarded.
public final class Interruption {
    private Interruption() {}

    /// Means something only while nobody holds the lock: a run that is on is not finished either.
    public static Optional<String> find(Workspace workspace) {
        // All of them: a clock that was ahead once gave other runs later names.
        return RunIds.of(workspace).stream()
                .filter(id -> !new RunFile(workspace.plan(id)).isFinished())
                .findFirst();
    }

    /// The same run with what it had reached.
    public static Optional<InterruptedRun> look(Workspace workspace) {
        return find(workspace).map(id -> look(workspace, id));
    }

    private static InterruptedRun look(Workspace workspace, String runId) {
        RecordedRun run = new RunFile(workspace.plan(runId)).read();
        ExecutionPlan plan = run.plan();
        // Thresholds are not needed to see what was reached.
        Map<StrategyId, List<Attempt>> attempts =
                new ResumedAttempts(workspace, plan.tier(), runId, Set.of()).attempts(run.journal());
        Set<StrategyId> begun = run.begun();
        Map<StrategyId, StrategyResult> verdicts =
                run.outcome().map(RunOutcome::byStrategy).orElse(Map.of());
        Optional<Queue> queue = ChangedSince.queue(workspace);
        List<InterruptedRun.Found> found = plan.strategies().stream()
                .map(planned -> Optional.ofNullable(verdicts.get(planned.id()))
                        .map(Interruption::verdict)
                        .orElseGet(() -> found(
                                planned.id(),
                                attempts.getOrDefault(planned.id(), List.of()),
                                begun.contains(planned.id()),
                                queue.flatMap(now -> left(planned.beginning(plan.tier()), now)))))
                .toList();
        return new InterruptedRun(runId, found);
    }

    /// Why a strategy is not run again whose entry somebody else has changed since; empty where nobody has.
    private static Optional<String> left(StatusChange.Begin begin, Queue queue) {
        Optional<QueueEntry> entry = queue.find(begin.id());
        if (entry.isEmpty()) {
            return Optional.of("is no longer in the queue; it is not run");
        }
        return entry.filter(now -> !begin.isLegal(now))
                .map(now -> "was given the status %s since; it is left so and not run"
                        .formatted(Printable.quoted(now.statusText())));
    }

    private static InterruptedRun.Found verdict(StrategyResult result) {
        return new InterruptedRun.Found(
                result.id(),
                true,
                "its verdict is " + result.judgement().status() + "; what follows from it is written again");
    }

    /// @param left why it is not run again by others' doing
    private static InterruptedRun.Found found(
            StrategyId id, List<Attempt> attempts, boolean begun, Optional<String> left) {
        boolean isOver = !attempts.isEmpty() && RetryPolicy.retryAfter(attempts).isEmpty();
        if (left.isPresent() && !isOver) {
            return new InterruptedRun.Found(id, false, left.get());
        }
        if (attempts.isEmpty()) {
            return new InterruptedRun.Found(
                    id, false, begun ? "was running; it is run again" : "had not begun; it is run");
        }
        Optional<String> retry = RetryPolicy.retryAfter(attempts);
        return retry.isEmpty()
                ? new InterruptedRun.Found(id, true, "had finished; its result is taken, it is not run again")
                : new InterruptedRun.Found(
                        id, false, "attempt %d: %s; the next attempt is made".formatted(attempts.size(), retry.get()));
    }

    /// @throws ProblemException when a run waits to be resumed or discarded
    public static void refuse(Workspace workspace) {
        look(workspace).ifPresent(run -> {
            Problem problem = Problem.of(
                    workspace.plan(run.runId()),
                    "run %s was interrupted; resume it with --resume or discard it with --discard. %s"
                            .formatted(run.runId(), run.summary()));
            throw new ProblemException(
                    problem, run.told().stream().map(InterruptedRun.Told::line).toList());
        });
    }

    /// @throws ProblemException when there is none
    public static String require(Workspace workspace) {
        return find(workspace)
                .orElseThrow(() -> new ProblemException(
                        Problem.of(workspace.pipeline(), "no run was interrupted here: there is nothing to resume")));
    }
}
