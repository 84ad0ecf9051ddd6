package io.github.parallelvalidation.supervise;

import io.github.parallelvalidation.process.ProcessTree;
import io.github.parallelvalidation.process.ThreadTimes;
import io.github.parallelvalidation.worker.WarmReply;
import io.github.parallelvalidation.worker.WarmRequest;
import io.github.parallelvalidation.workspace.Workspace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/// A process of the built-in worker that judges one strategy after another.
final class WarmProcess {
    /// By this variable whatever it starts is known. The one of a worker's id is another one's with each task.
    private static final String MARK = "PV_WORKER_PROCESS";

    private static final Duration LEAVE_LIMIT = Duration.ofMillis(200);

    private final Process process;
    private final ProcessTree tree;
    private final OutputPump output = new OutputPump();
    private final ThreadTimes times;
    private int served;
    /// When it was first asked.
    private long begunNanos;

    private WarmProcess(Process process, ProcessTree tree) {
        this.process = process;
        this.tree = tree;
        this.times = new ThreadTimes(process.toHandle());
    }

    static WarmProcess start(Workspace workspace, String runId, List<String> arguments) throws IOException {
        String id = "WORKER-" + UUID.randomUUID();
        Map<String, String> environment = new HashMap<>(WorkerTask.environment(workspace, runId));
        environment.put(WorkerTask.MARK, id);
        environment.put(MARK, id);
        Process process = WorkerProcess.spawn(workspace.root(), arguments, environment);
        WarmProcess worker = new WarmProcess(process, WorkerProcess.tree(process, MARK, id));
        try {
            worker.output.start(process.getInputStream(), "output of worker process " + process.pid());
            return worker;
        } catch (OutOfMemoryError noThread) {
            process.destroyForcibly();
            throw noThread;
        }
    }

    /// Begins with a task.
    ///
    /// @param arguments as for a process of the task's own
    /// @param listener takes what it prints from now on
    void ask(WorkerTask task, List<String> arguments, OutputPump.Listener listener) throws IOException {
        if (served++ == 0) {
            // Where it was started ahead, its start is no strategy's time.
            times.add(tree.root());
            begunNanos = System.nanoTime();
        }
        output.tell(listener);
        String request = new WarmRequest(arguments, task.environment()).line();
        try {
            process.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().flush();
        } catch (IOException e) {
            // Another process will be asked; the end of this one is not the end of that attempt.
            output.leave(listener);
            throw e;
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /// How many tasks it was asked to do.
    int served() {
        return served;
    }

    /// How long each of them took, with what lay between them.
    Duration meanTime() {
        return Duration.ofNanos((System.nanoTime() - begunNanos) / Math.max(1, served));
    }

    CompletableFuture<Process> onExit() {
        return process.onExit();
    }

    WorkerExit exit() {
        return new WorkerExit(process.exitValue());
    }

    /// The times of its threads over all tasks so far.
    ThreadTimes times() {
        return times;
    }

    ProcessTree tree() {
        return tree;
    }

    /// Whether it may go on after this answer: what went wrong once, or grew, is not used again.
    boolean isGoodFor(WarmReply reply, int most, long mostKb) {
        return process.isAlive() && served < most && reply.isMeasured() && reply.peakMemoryKb() <= mostKb;
    }

    /// Closes its input: it has nothing to lose and ends at once, many times as quickly as by a signal, after which
    /// Java looks for its loggers first.
    void leave() {
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            System.getLogger(WarmProcess.class.getName())
                    .log(System.Logger.Level.DEBUG, "the pipe to a worker that has ended", e);
        }
    }

    /// Ends it, if need be by force, and whatever it started.
    void end() {
        leave();
        times.close();
        try {
            Waiting.upTo(LEAVE_LIMIT, process.onExit());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        tree.end(LEAVE_LIMIT);
    }
}
