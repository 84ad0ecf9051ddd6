package io.github.parallelvalidation.run;

import io.github.parallelvalidation.gate.FailureReason;
import io.github.parallelvalidation.journal.JournalEvent;
import io.github.parallelvalidation.plan.PlannedStrategy;
import io.github.parallelvalidation.process.ShortageException;
import io.github.parallelvalidation.strategy.ParameterVariation;
import io.github.parallelvalidation.supervise.Attempt;
import io.github.parallelvalidation.supervise.AttemptId;
import io.github.parallelvalidation.supervise.AttemptListener;
import io.github.parallelvalidation.supervise.AttemptOutcome;
import io.github.parallelvalidation.supervise.AttemptRunner;
import io.github.parallelvalidation.supervise.RetryPolicy;
import io.github.parallelvalidation.supervise.WorkerTask;
import io.github.parallelvalidation.workspace.ProblemException;
import io.github.parallelvalidation.workspace.StrategyId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Runs one strategy through its attempts, from the first worker to the final outcome.
final class StrategyRun {
    private final RunContext run;
    private final AttemptRunner runner;
    private final RunQueue queue;

    StrategyRun(RunContext run, AttemptRunner runner, RunQueue queue) {
        this.run = run;
        this.runner = runner;
        this.queue = queue;
    }

    /// @param earlier attempts made before an interruption
    /// @return all attempts, the last one final, or empty when the run was stopped first
    Optional<List<Attempt>> attempt(int slot, PlannedStrategy planned, List<Attempt> earlier) {
        Path folder;
        try {
            folder = run.workspace().strategy(planned.id()).orElse(null);
        } catch (ProblemException e) {
            ShortageException.raise(e);
            return Optional.of(List.of(refused(planned, e.problem().headline())));
        }
        if (folder == null) {
            Path expected = run.workspace().strategies().resolve(planned.id().value());
            return Optional.of(List.of(
                    refused(planned, "there is no folder " + expected + " with hypothesis.md and parameters.yaml")));
        }
        return attempt(slot, planned, earlier, folder);
    }

    /// Tries a parameter variation; the strategy's own verdict and status stay.
    ///
    /// @return all attempts, the last one final, or empty when the run was stopped first
    Optional<List<Attempt>> vary(int slot, PlannedStrategy planned, Path folder, ParameterVariation variation) {
        return attempts(
                slot,
                planned,
                List.of(),
                "with varied parameters",
                number -> task(planned, number, folder, variation),
                _ -> {});
    }

    private Optional<List<Attempt>> attempt(int slot, PlannedStrategy planned, List<Attempt> earlier, Path folder) {
        return attempts(
                slot,
                planned,
                earlier,
                earlier.isEmpty() ? "" : "after an interruption",
                number -> task(planned, number, folder, null),
                queue::timedOut);
    }

    private Optional<List<Attempt>> attempts(
            int slot,
            PlannedStrategy planned,
            List<Attempt> earlier,
            String whyFirst,
            IntFunction<WorkerTask> tasks,
            Consumer<PlannedStrategy> timeouts) {
        List<Attempt> attempts = new ArrayList<>(earlier);
        String why = whyFirst;
        while (!run.stop().isRaised()) {
            WorkerTask task = tasks.apply(attempts.size() + 1);
            Optional<Attempt> made = attemptWithRoom(slot, planned, task, busy(planned, attempts, why));
            if (made.isEmpty()) {
                break;
            }
            Attempt attempt = made.get();
            attempts.add(attempt);
            run.monitor().ended(attempt);
            Optional<String> retry = RetryPolicy.retryAfter(attempts);
            if (retry.isEmpty()) {
                return Optional.of(attempts);
            }
            why = retry.get();
            if (attempt.outcome() instanceof AttemptOutcome.TimedOut) {
                timeouts.accept(planned);
            }
        }
        return Optional.empty();
    }

    /// One attempt, as soon as the machine's memory allows it.
    ///
    /// @return empty when the run was stopped first
    private Optional<Attempt> attemptWithRoom(int slot, PlannedStrategy planned, WorkerTask task, Slot.Busy busy) {
        Admission admission = run.monitor().admission();
        try {
            admission.enter(
                    slot,
                    run.stop(),
                    reason -> {
                        run.board().show(slot, new Slot.Waiting(planned.id(), planned.name(), reason));
                        run.journal()
                                .add(new JournalEvent.Waits(
                                        task.id(), run.clock().now(), task.variationNumber(), reason));
                        run.monitor().waits(planned.id(), reason);
                    },
                    poor -> run.monitor().remark("poor", poor));
            if (run.stop().isRaised()) {
                return Optional.empty();
            }
            return supervised(slot, planned, task, busy);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } finally {
            admission.leave(slot);
        }
    }

    private Optional<Attempt> supervised(int slot, PlannedStrategy planned, WorkerTask task, Slot.Busy busy) {
        run.journal().add(new JournalEvent.Started(task.id(), run.clock().now(), task.variationNumber()));
        if (task.variation() == null) {
            queue.begins(planned);
        }
        run.board().show(slot, busy);
        Attempt attempt = runner.run(task, listener(slot, planned.id()), run.stop());
        if (attempt.outcome() instanceof AttemptOutcome.Cancelled) {
            return Optional.empty();
        }
        run.journal().add(new JournalEvent.Ended(attempt, run.clock().now(), task.variationNumber()));
        return Optional.of(attempt);
    }

    /// Nothing can be started for it; it still gets a result, in the words of a worker that could not begin.
    private Attempt refused(PlannedStrategy planned, String message) {
        Attempt attempt = new Attempt(
                id(planned, 1, null),
                new AttemptOutcome.Reported(
                        FailureReason.STRATEGY_INVALID.name(), run.workspace().shorter(message)),
                0,
                0);
        run.journal().add(new JournalEvent.Ended(attempt, run.clock().now(), OptionalInt.empty()));
        return attempt;
    }

    /// The id that was promised is that of the first attempt at the strategy as it is written.
    private static AttemptId id(PlannedStrategy planned, int number, @Nullable ParameterVariation variation) {
        String worker = planned.promisedWorker()
                .filter(_ -> number == 1 && variation == null)
                .orElseGet(WorkerIds::next);
        return new AttemptId(planned.id(), worker, number);
    }

    private WorkerTask task(PlannedStrategy planned, int number, Path folder, @Nullable ParameterVariation variation) {
        return new WorkerTask(
                run.workspace(),
                id(planned, number, variation),
                run.tier(),
                run.plan().runId(),
                folder,
                run.timeout(planned),
                variation,
                run.inputs().programs().accepted());
    }

    private Slot.Busy busy(PlannedStrategy planned, List<Attempt> attempts, String why) {
        int allowed = attempts.isEmpty()
                ? 1
                : RetryPolicy.attemptsFor(attempts.getLast().outcome());
        return new Slot.Busy(
                planned.id(),
                planned.name(),
                new Slot.Try(attempts.size() + 1, Math.max(allowed, attempts.size() + 1), why),
                run.clock().now(),
                planned.estimatedSeconds(),
                new Slot.Progress(0, AttemptListener.STARTING),
                Slot.Use.NONE,
                "");
    }

    private AttemptListener listener(int slot, StrategyId id) {
        return new AttemptListener() {
            @Override
            public void progress(double fraction, String stage) {
                run.board().update(slot, view -> view instanceof Slot.Busy busy ? busy.at(fraction, stage) : view);
            }

            @Override
            public void memory(long residentMb) {
                run.monitor().admission().uses(slot, residentMb);
                use(was -> new Slot.Use(residentMb, was.processors()));
            }

            @Override
            public void processors(double used) {
                use(was -> new Slot.Use(was.memoryMb(), used));
            }

            private void use(UnaryOperator<Slot.Use> change) {
                run.board()
                        .update(
                                slot,
                                view -> view instanceof Slot.Busy busy ? busy.using(change.apply(busy.use())) : view);
            }

            @Override
            public void running(double seconds) {
                run.monitor()
                        .straggler(id, seconds)
                        .ifPresent(remark -> run.board()
                                .update(slot, view -> view instanceof Slot.Busy busy ? busy.remarked(remark) : view));
            }
        };
    }
}
