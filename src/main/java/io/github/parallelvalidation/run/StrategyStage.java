package io.github.parallelvalidation.run;

import io.github.parallelvalidation.plan.PlannedStrategy;
import io.github.parallelvalidation.result.Judge;
import io.github.parallelvalidation.result.StrategyResult;
import io.github.parallelvalidation.supervise.Attempt;
import io.github.parallelvalidation.supervise.RetryPolicy;
import io.github.parallelvalidation.workspace.StrategyId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/// Runs the strategies of the plan in the worker slots. Each is judged once, as soon as its last attempt is over.
final class StrategyStage {
    private final RunContext run;
    private final StrategyRun strategies;
    private final RunQueue queue;
    private final Judge judge;
    private final Map<StrategyId, JudgedStrategy> judged = new ConcurrentHashMap<>();
    private final AtomicBoolean failed = new AtomicBoolean();

    /// @param queue learns of verdicts as they are reached
    StrategyStage(RunContext run, StrategyRun strategies, RunQueue queue) {
        this.run = run;
        this.strategies = strategies;
        this.queue = queue;
        this.judge = run.inputs().judge();
    }

    /// @param begun what is waiting when this begins
    /// @param earlier attempts from before an interruption
    /// @param taken strategies that are somebody else's now
    /// @param feed hands out what waits, and what joins it while the run is on
    /// @return what came to a result, in the order of the plan
    List<JudgedStrategy> run(
            List<PlannedStrategy> begun,
            Map<StrategyId, List<Attempt>> earlier,
            Set<StrategyId> taken,
            Feed<PlannedStrategy> feed) {
        for (PlannedStrategy planned : begun) {
            List<Attempt> known = earlier.getOrDefault(planned.id(), List.of());
            if (isFinal(known)) {
                run.board().add(judge(planned, known).result());
            } else if (!taken.contains(planned.id())) {
                feed.add(planned);
            }
        }
        run.pool()
                .run(
                        feed,
                        (slot, planned) -> work(slot, planned, earlier.getOrDefault(planned.id(), List.of())),
                        this::goesOn,
                        run.stop()::fail);
        return run.plan().strategies().stream()
                .flatMap(planned -> Optional.ofNullable(judged.get(planned.id())).stream())
                .toList();
    }

    /// Whether no further attempt is due after these.
    static boolean isFinal(List<Attempt> known) {
        return !known.isEmpty() && RetryPolicy.retryAfter(known).isEmpty();
    }

    private void work(int slot, PlannedStrategy planned, List<Attempt> earlier) {
        Optional<JudgedStrategy> ended =
                strategies.attempt(slot, planned, earlier).map(attempts -> judge(planned, attempts));
        ended.ifPresentOrElse(
                one -> {
                    failed.compareAndSet(false, !one.result().passed());
                    run.board().done(slot, one.result());
                },
                () -> run.board().show(slot, new Slot.Idle()));
    }

    private JudgedStrategy judge(PlannedStrategy planned, List<Attempt> attempts) {
        StrategyResult alone = judge.judge(planned.id(), planned.name(), attempts);
        JudgedStrategy one = new JudgedStrategy(planned.withoutL0Pass() ? alone.insistedOn() : alone, attempts);
        judged.put(planned.id(), one);
        if (!run.inputs().judgesTheRun()) {
            queue.judged(one.result(), run.clock().now());
        }
        return one;
    }

    private boolean goesOn() {
        return !run.stop().isRaised() && !(run.inputs().settings().failures().failFast() && failed.get());
    }
}
