package io.github.parallelvalidation.supervise;

import io.github.parallelvalidation.format.DataException;
import io.github.parallelvalidation.gate.FailureReason;
import io.github.parallelvalidation.process.MemoryProbe;
import io.github.parallelvalidation.process.ShortageException;
import io.github.parallelvalidation.workspace.IoReason;
import io.github.parallelvalidation.workspace.Problem;
import io.github.parallelvalidation.workspace.ProblemException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/// Has a worker started for an attempt and supervises it to its one outcome: time limit, memory limit, cancellation,
/// results.
///
/// The first attempt at a strategy may be made in a process that has judged others before; any further one, one at a
/// strategy with a program, and any strategy that such a process leaves alone, gets a process of its own.
public final class Supervisor implements AttemptRunner {
    static final Duration ASK_FIRST = Duration.ofSeconds(5);
    /// A cancelled run is to be over within five seconds, force included.
    static final Duration ASK_ON_CANCEL = Duration.ofSeconds(3);

    private final WorkerCommand command;
    private final Limits limits;
    private final MemoryProbe probe;
    private final Optional<WarmWorkers> warm;

    /// The limits of every attempt.
    ///
    /// @param polling how often the completion flag is looked for while the process still runs
    /// @param memoryMb resident memory that the process tree may hold
    /// @param requiredMetrics metrics without which results count as malformed
    public record Limits(Duration polling, long memoryMb, Set<String> requiredMetrics) {
        public Limits {
            requiredMetrics = Set.copyOf(requiredMetrics);
        }
    }

    /// A process for each attempt.
    public Supervisor(WorkerCommand command, Limits limits, MemoryProbe probe) {
        this(command, limits, probe, Optional.empty());
    }

    /// @param warm processes that judge many strategies
    public Supervisor(WorkerCommand command, Limits limits, MemoryProbe probe, Optional<WarmWorkers> warm) {
        this.command = command;
        this.limits = limits;
        this.probe = probe;
        this.warm = warm;
    }

    @Override
    public Attempt run(WorkerTask task, AttemptListener listener, StopSignal stop) {
        return warm.filter(_ -> task.mayShareProcess())
                .flatMap(shared ->
                        supervise(task, () -> command.arguments(task, limits.memoryMb()), shared, listener, stop))
                .orElseGet(() -> inItsOwn(task, listener, stop));
    }

    private Attempt inItsOwn(WorkerTask task, AttemptListener listener, StopSignal stop) {
        List<String> arguments;
        try {
            arguments = command.arguments(task, limits.memoryMb());
        } catch (DataException e) {
            ShortageException.raise(e);
            return refused(task, e.kind().name(), e.problem().headline());
        } catch (ProblemException e) {
            ShortageException.raise(e);
            return refused(
                    task, FailureReason.STRATEGY_INVALID.name(), e.problem().headline());
        }
        RunningWorker.Source own = (wanted, to, _) -> WorkerProcess.start(wanted, arguments, to);
        return supervise(task, () -> arguments, own, listener, stop)
                .orElseThrow(() -> new IllegalStateException("a process of its own declines nothing"));
    }

    /// @param arguments what would do the same in a process of its own
    /// @return empty where the worker left the task to a process of its own
    private Optional<Attempt> supervise(
            WorkerTask task,
            Supplier<List<String>> arguments,
            RunningWorker.Source source,
            AttemptListener listener,
            StopSignal stop) {
        long start = System.nanoTime();
        try (ProgressFile progress = new ProgressFile(task, listener);
                RunningWorker worker = source.start(task, progress, stop)) {
            AttemptMonitor watch = new AttemptMonitor(task, worker, limits, probe, progress);
            ResultReader reader = new ResultReader(task.expectedResults(), limits.requiredMetrics(), worker.spawned());
            Optional<AttemptOutcome> intervention = follow(watch, worker, reader, stop);
            double seconds = watch.seconds();
            watch.end();
            worker.finish(stop::isRaised);
            if (worker.hasDeclined() && intervention.isEmpty()) {
                return Optional.empty();
            }
            AttemptOutcome outcome = outcome(intervention, new FinalResult(reader, task, worker, command));
            Evidence evidence = watch.evidence(worker);
            if (!(outcome instanceof AttemptOutcome.Completed)) {
                evidence = evidence.with(RerunCommand.of(task, arguments.get()));
            }
            return Optional.of(new Attempt(task.id(), outcome, seconds, evidence));
        } catch (IOException | ProblemException e) {
            ShortageException.raise(e);
            Optional<Problem> unwritable = task.expectedResults().files().unwritable();
            if (unwritable.isPresent()) {
                // No further attempt could leave results there either.
                return Optional.of(refused(
                        task,
                        FailureReason.STRATEGY_INVALID.name(),
                        unwritable.get().headline()));
            }
            String why = e instanceof IOException io ? IoReason.of(io) : e.getMessage();
            AttemptOutcome outcome = new AttemptOutcome.Crashed("could not be started: " + why);
            double seconds = (System.nanoTime() - start) / 1e9;
            Evidence evidence = Evidence.notStarted(RerunCommand.of(task, arguments.get()));
            return Optional.of(new Attempt(task.id(), outcome, seconds, evidence));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of(new Attempt(task.id(), new AttemptOutcome.Cancelled(), 0, Evidence.NONE));
        }
    }

    /// Waits until the process has ended, or ends it.
    ///
    /// @return why it was ended, or empty: then its results decide
    private Optional<AttemptOutcome> follow(
            AttemptMonitor watch, RunningWorker worker, ResultReader reader, StopSignal stop) {
        CompletableFuture<?> end = CompletableFuture.anyOf(worker.onEnd(), stop.future());
        try {
            while (worker.isAlive()) {
                // Or it is time to look at the clock, the memory and the flag.
                Waiting.upTo(watch.untilNextLook(), end);
                if (stop.isRaised()) {
                    return ended(worker, ASK_ON_CANCEL, stop, new AttemptOutcome.Cancelled());
                }
                Optional<AttemptOutcome> intervention = worker.isAlive() ? watch.look() : Optional.empty();
                if (intervention.isPresent()) {
                    return ended(worker, ASK_FIRST, stop, intervention.get());
                }
                if (worker.isAlive() && watch.pollIsDue() && hasReport(reader)) {
                    // The results are whole; what still runs after them is not waited for.
                    break;
                }
            }
            return stop.isRaised() ? Optional.of(new AttemptOutcome.Cancelled()) : Optional.empty();
        } catch (InterruptedException e) {
            worker.tree().end(ASK_ON_CANCEL);
            Thread.currentThread().interrupt();
            return Optional.of(new AttemptOutcome.Cancelled());
        }
    }

    private static Optional<AttemptOutcome> ended(
            RunningWorker worker, Duration grace, StopSignal stop, AttemptOutcome why) {
        // Who cancels while a worker is still being asked does not wait for that; who cancels grants his own grace.
        boolean cancelled = why instanceof AttemptOutcome.Cancelled;
        worker.tree().end(grace, () -> !cancelled && stop.isRaised());
        return Optional.of(why);
    }

    private static AttemptOutcome outcome(Optional<AttemptOutcome> intervention, FinalResult reading) {
        return switch (intervention.orElse(null)) {
            case null -> reading.outcome();
            // The flag may have come between the last look and the end.
            case AttemptOutcome.TimedOut timeout -> reading.hasFlag() ? reading.outcome() : timeout;
            case AttemptOutcome other -> other;
        };
    }

    private static boolean hasReport(ResultReader reader) {
        try {
            return reader.read().isPresent();
        } catch (ProblemException notYetOrNever) {
            // Judged when the process ends or its time is up.
            return false;
        }
    }

    /// No worker is needed to see that it would fail.
    private static Attempt refused(WorkerTask task, String category, String message) {
        String words = task.workspace().shorter(message);
        return new Attempt(task.id(), new AttemptOutcome.Reported(category, words), 0, Evidence.NONE);
    }
}
