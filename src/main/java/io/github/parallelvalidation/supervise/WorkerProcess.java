package io.github.parallelvalidation.supervise;

import io.github.parallelvalidation.process.Priority;
import io.github.parallelvalidation.process.ProcessMarks;
import io.github.parallelvalidation.process.ProcessTree;
import io.github.parallelvalidation.process.ThreadTimes;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// A worker in a process of its own, with all descendants.
final class WorkerProcess implements RunningWorker {
    private final Process process;
    private final ProcessTree tree;
    private final AttemptOutput output;
    private final long begun;
    private final ThreadTimes times = new ThreadTimes();

    private WorkerProcess(Process process, ProcessTree tree, AttemptOutput output, long begun) {
        this.process = process;
        this.tree = tree;
        this.output = output;
        this.begun = begun;
    }

    /// @throws IOException when there is no such program, or no log can be written
    static WorkerProcess start(WorkerTask task, List<String> arguments, AttemptListener listener) throws IOException {
        long begun = System.nanoTime();
        AttemptOutput output = AttemptOutput.open(task, listener, false);
        try {
            Process process = spawn(task.workspace().root(), arguments, task.environment());
            try {
                process.getOutputStream().close();
                output.follow(process.getInputStream(), process::isAlive);
                return new WorkerProcess(
                        process, tree(process, WorkerTask.MARK, task.id().workerId()), output, begun);
            } catch (IOException | RuntimeException | Error e) {
                process.destroyForcibly();
                throw e;
            }
        } catch (IOException | RuntimeException | Error e) {
            output.close();
            throw e;
        }
    }

    /// A process in a folder; what it reads is not closed yet.
    static Process spawn(Path folder, List<String> arguments, Map<String, String> environment) throws IOException {
        ProcessBuilder builder = new ProcessBuilder().directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        builder.command(Priority.lowered(arguments, folder, builder.environment()));
        // One at a time: helpers of Java that are spawned together inherit each other's pipes, and would wait for each
        // other for ever if we were killed just then.
        synchronized (WorkerProcess.class) {
            return builder.start();
        }
    }

    /// The process with its descendants, which all carry a variable of its environment.
    static ProcessTree tree(Process process, String variable, String value) {
        return new ProcessTree(process.toHandle(), () -> ProcessMarks.find(variable, value));
    }

    @Override
    public boolean isAlive() {
        return process.isAlive();
    }

    @Override
    public CompletableFuture<?> onEnd() {
        return process.onExit();
    }

    @Override
    public ProcessTree tree() {
        return tree;
    }

    @Override
    public ThreadTimes times() {
        return times;
    }

    @Override
    public Instant spawned() {
        return output.opened();
    }

    @Override
    public long begun() {
        return begun;
    }

    @Override
    public int judgedBefore() {
        return 0;
    }

    @Override
    public boolean hasDeclined() {
        return false;
    }

    @Override
    public void finish(BooleanSupplier isUrgent) throws InterruptedException {
        tree.end(Supervisor.ASK_FIRST, isUrgent);
        output.finish();
    }

    @Override
    public @Nullable WorkerExit exit() {
        return process.isAlive() ? null : new WorkerExit(process.exitValue());
    }

    @Override
    public List<String> lastLines() {
        return output.lastLines();
    }

    @Override
    public long peakMemoryMb() {
        return 0;
    }

    @Override
    public void close() throws IOException {
        if (process.isAlive()) {
            // Supervising it went wrong; nobody else would end it.
            tree.endLeftovers();
            process.destroyForcibly();
        }
        output.stop();
        process.getInputStream().close();
    }
}
