package io.github.parallelvalidation.supervise;

import io.github.parallelvalidation.process.Priority;
import io.github.parallelvalidation.process.ProcessMarks;
import io.github.parallelvalidation.process.ProcessTree;
import io.github.parallelvalidation.worker.ResultFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;

/// A started worker: its process with all descendants, its output, its log.
final class WorkerProcess implements AutoCloseable {
    private static final Duration OUTPUT_PATIENCE = Duration.ofMillis(500);

    private final Process process;
    private final ProcessTree tree;
    private final WorkerOutput output;
    private final Thread reader;
    private final Instant spawned;

    private WorkerProcess(Process process, ProcessTree tree, WorkerOutput output, Thread reader, Instant spawned) {
        this.process = process;
        this.tree = tree;
        this.output = output;
        this.reader = reader;
        this.spawned = spawned;
    }

    /// @throws IOException when there is no such program, or no log can be written
    static WorkerProcess start(WorkerTask task, List<String> arguments, AttemptListener listener) throws IOException {
        ResultFiles files = new ResultFiles(task.outputFolder(), task.tier());
        files.archive();
        WorkerLog log = new WorkerLog(files.log());
        try {
            // By the clock of the file system, which also says when the flag was written.
            Instant spawned = Files.getLastModifiedTime(files.log(), LinkOption.NOFOLLOW_LINKS)
                    .toInstant();
            Process process = spawn(task, arguments);
            WorkerOutput output = new WorkerOutput(line -> listener.progress(line.fraction(), line.stage()), log);
            ProcessTree tree = new ProcessTree(
                    process.toHandle(),
                    () -> ProcessMarks.find(WorkerTask.MARK, task.id().workerId()));
            return new WorkerProcess(process, tree, output, read(process, output, log, task), spawned);
        } catch (IOException | RuntimeException e) {
            log.close();
            throw e;
        }
    }

    private static Process spawn(WorkerTask task, List<String> arguments) throws IOException {
        Path folder = task.workspace().root();
        ProcessBuilder builder = new ProcessBuilder().directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().putAll(task.environment());
        builder.command(Priority.lowered(arguments, folder, builder.environment()));
        Process process;
        // One at a time: helpers of Java that are spawned together inherit each other's pipes, and would wait for each
        // other for ever if we were killed just then.
        synchronized (WorkerProcess.class) {
            process = builder.start();
        }
        process.getOutputStream().close();
        return process;
    }

    private static Thread read(Process process, WorkerOutput output, WorkerLog log, WorkerTask task) {
        return Thread.ofVirtual().name("output of " + task.id().workerId()).start(() -> {
            try (log) {
                output.follow(process.getInputStream(), process::isAlive);
            } catch (IOException e) {
                // Without a log the results still count; a full pipe ends with its worker's time limit.
                System.getLogger(WorkerProcess.class.getName())
                        .log(System.Logger.Level.DEBUG, "output of " + task.id().workerId(), e);
            }
        });
    }

    boolean isAlive() {
        return process.isAlive();
    }

    CompletableFuture<Process> onExit() {
        return process.onExit();
    }

    ProcessTree tree() {
        return tree;
    }

    /// When it was started; a flag that is older is not its own.
    Instant spawned() {
        return spawned;
    }

    /// Ends all its remaining processes and reads the rest of its output.
    void finish(BooleanSupplier isUrgent) throws InterruptedException {
        tree.end(Supervisor.ASK_FIRST, isUrgent);
        if (!reader.join(OUTPUT_PATIENCE)) {
            output.stop();
            reader.join(OUTPUT_PATIENCE);
        }
    }

    /// @param peakMemoryMb as sampled
    /// @param cpuSeconds as sampled
    Evidence evidence(long peakMemoryMb, double cpuSeconds, String command) {
        WorkerExit exit = process.isAlive() ? null : new WorkerExit(process.exitValue());
        return new Evidence(exit, peakMemoryMb, cpuSeconds, output.lastLines(), command);
    }

    @Override
    public void close() throws IOException {
        output.stop();
        process.getInputStream().close();
    }
}
