package io.github.parallelvalidation.worker;

import io.github.parallelvalidation.workspace.ProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/// Starts one worker process and follows it to its one outcome: time limit, memory limit, cancellation, results.
public final class Supervisor implements AttemptRunner {
    static final Duration ASK_FIRST = Duration.ofSeconds(5);
    /// A cancelled run is to be over within five seconds, force included.
    static final Duration ASK_ON_CANCEL = Duration.ofSeconds(3);

    private static final int LAST_WORDS = 200;
    private static final Duration OUTPUT_PATIENCE = Duration.ofMillis(500);

    private final WorkerCommand command;
    private final Limits limits;
    private final MemoryProbe probe;

    /// What every attempt is held to.
    ///
    /// @param polling how often the flag is looked for while the process still runs
    /// @param memoryMb resident memory that the process tree may hold
    /// @param requiredMetrics metrics without which results count as malformed
    public record Limits(Duration polling, long memoryMb, Set<String> requiredMetrics) {
        public Limits {
            requiredMetrics = Set.copyOf(requiredMetrics);
        }
    }

    public Supervisor(WorkerCommand command, Limits limits, MemoryProbe probe) {
        this.command = command;
        this.limits = limits;
        this.probe = probe;
    }

    @Override
    public Attempt run(WorkerTask task, AttemptListener listener, StopSignal stop) {
        long start = System.nanoTime();
        ResultFiles files = new ResultFiles(task.outputFolder(), task.tier());
        try {
            files.archive(task.workspace());
            Process process = start(task);
            Watch watch = new Watch(task, process, limits, probe, listener, start);
            Thread reader = drain(process, listener, files, task);
            AttemptOutcome outcome = await(watch, process, stop, task);
            double seconds = seconds(start);
            // A child of the worker may hold its output open for long; what it says is not waited for.
            boolean whole = reader.join(OUTPUT_PATIENCE);
            if (outcome instanceof AttemptOutcome.Crashed crash && whole) {
                outcome = new AttemptOutcome.Crashed(crash.message() + lastWords(files));
            }
            return new Attempt(task, outcome, seconds, watch.peakMemoryMb());
        } catch (IOException | ProblemException e) {
            return new Attempt(
                    task, new AttemptOutcome.Crashed("could not be started: " + e.getMessage()), seconds(start), 0);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Attempt(task, new AttemptOutcome.Cancelled(), seconds(start), 0);
        }
    }

    private AttemptOutcome await(Watch watch, Process process, StopSignal stop, WorkerTask task) {
        try {
            return follow(watch, process, stop, task);
        } catch (InterruptedException e) {
            watch.tree().end(ASK_ON_CANCEL);
            Thread.currentThread().interrupt();
            return new AttemptOutcome.Cancelled();
        }
    }

    private AttemptOutcome follow(Watch watch, Process process, StopSignal stop, WorkerTask task)
            throws InterruptedException {
        ResultReader reader = new ResultReader(task, limits.requiredMetrics());
        CompletableFuture<?> end = CompletableFuture.anyOf(process.onExit(), stop.future());
        while (process.isAlive()) {
            pause(end, watch.untilNextLook());
            if (stop.isRaised()) {
                watch.tree().end(ASK_ON_CANCEL);
                return new AttemptOutcome.Cancelled();
            }
            Optional<AttemptOutcome> trouble = process.isAlive() ? watch.look() : Optional.empty();
            if (trouble.isPresent()) {
                watch.tree().end(ASK_FIRST);
                return trouble.get();
            }
            if (process.isAlive() && watch.pollIsDue() && hasReport(reader)) {
                // The results are whole; what still runs after them is not waited for.
                watch.tree().end(ASK_FIRST);
            }
        }
        watch.tree().endLeftovers();
        return stop.isRaised() ? new AttemptOutcome.Cancelled() : verdictOf(reader, process, task);
    }

    private static boolean hasReport(ResultReader reader) {
        try {
            return reader.read().isPresent();
        } catch (ProblemException notYetOrNever) {
            // Judged when the process ends or its time is up.
            return false;
        }
    }

    private static AttemptOutcome verdictOf(ResultReader reader, Process process, WorkerTask task) {
        try {
            return reader.read()
                    .map(WorkerReport::outcome)
                    .orElseGet(() -> new AttemptOutcome.Crashed(
                            "the worker ended without results (" + exitWords(process.exitValue()) + ")"));
        } catch (ProblemException e) {
            return new AttemptOutcome.Crashed("the worker's results cannot be used: "
                    + task.workspace().shorter(e.problem().headline()));
        }
    }

    /// What the worker said last, which often is why it ended.
    private static String lastWords(ResultFiles files) {
        try (Stream<String> lines = Files.lines(files.log(), StandardCharsets.ISO_8859_1)) {
            return lines.filter(line -> !line.isBlank())
                    .reduce((earlier, later) -> later)
                    .map(Printable::line)
                    .map(line -> "; it last said: " + line.substring(0, Math.min(LAST_WORDS, line.length())))
                    .orElse("");
        } catch (IOException | UncheckedIOException noLog) {
            // It may have ended before it said anything; the outcome stands without.
            return "";
        }
    }

    private static String exitWords(int status) {
        return status > 128 && status < 160 ? "ended by signal " + (status - 128) : "exit status " + status;
    }

    private Process start(WorkerTask task) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command.arguments(task, limits.memoryMb()))
                .directory(task.workspace().root().toFile())
                .redirectErrorStream(true);
        builder.environment().put("PV_RUN_ID", task.runId());
        builder.environment().put("PV_WORKER_ID", task.workerId());
        builder.environment().put("PV_ATTEMPT", String.valueOf(task.attempt()));
        builder.environment().put("PV_WORKSPACE", task.workspace().root().toString());
        Process process = builder.start();
        process.getOutputStream().close();
        return process;
    }

    private static Thread drain(Process process, AttemptListener listener, ResultFiles files, WorkerTask task) {
        return Thread.ofVirtual().name("output of " + task.workerId()).start(() -> {
            try (WorkerLog log = new WorkerLog(files.log())) {
                new WorkerOutput(line -> listener.progress(line.fraction(), line.stage()), log)
                        .follow(process.getInputStream());
            } catch (IOException e) {
                // Without a log the results still count; the pipe closes when the process is ended by force.
                System.getLogger(Supervisor.class.getName())
                        .log(System.Logger.Level.DEBUG, "output of " + task.workerId(), e);
            }
        });
    }

    private static void pause(CompletableFuture<?> end, Duration limit) throws InterruptedException {
        try {
            end.get(Math.max(1, limit.toMillis()), TimeUnit.MILLISECONDS);
        } catch (TimeoutException timeToLook) {
            // Nothing ended; the caller looks at the clock, the memory and the flag.
        } catch (ExecutionException e) {
            throw new IllegalStateException("waiting for a process does not fail", e);
        }
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
