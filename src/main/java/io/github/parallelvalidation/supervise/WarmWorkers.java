package io.github.parallelvalidation.supervise;

import io.github.parallelvalidation.worker.WarmReply;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/// Processes of the built-in worker that wait for their next strategy. One that did anything but measure its strategy
/// is not used again, nor is one that has grown.
public final class WarmWorkers implements RunningWorker.Source, AutoCloseable {
    /// After so many strategies a process is replaced whatever it did.
    static final int MOST_STRATEGIES = 500;

    /// Of the memory that a worker may hold.
    private static final double GROWN = 0.9;

    private static final int KB_PER_MB = 1024;

    private final WorkerCommand.BuiltIn command;
    private final Kind kind;
    private final Deque<WarmProcess> idle = new ArrayDeque<>();
    private boolean closed;

    /// What a process is started for.
    ///
    /// @param memoryMb resident memory that a worker may hold
    /// @param computesWorlds whether it computes strategies on rebuilt markets
    public record Kind(long memoryMb, boolean computesWorlds) {}

    public WarmWorkers(WorkerCommand.BuiltIn command, Kind kind) {
        this.command = command;
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }

    @Override
    public RunningWorker start(WorkerTask task, AttemptListener listener) throws IOException {
        AttemptOutput output = AttemptOutput.open(task, listener, true);
        try {
            return new WarmAttempt(ready(task, output.listener()), output, this::release);
        } catch (IOException | RuntimeException e) {
            output.close();
            throw e;
        }
    }

    /// A process that was given the task.
    private WarmProcess ready(WorkerTask task, OutputPump.Listener output) throws IOException {
        List<String> arguments = WorkerCommand.BuiltIn.taskArguments(task);
        for (Optional<WarmProcess> waiting = next(); waiting.isPresent(); waiting = next()) {
            try {
                waiting.get().ask(task, arguments, output);
                return waiting.get();
            } catch (IOException endedWhileItWaited) {
                waiting.get().end();
            }
        }
        WarmProcess fresh = WarmProcess.start(task, command.warm(kind));
        fresh.ask(task, arguments, output);
        return fresh;
    }

    private synchronized Optional<WarmProcess> next() {
        return Optional.ofNullable(idle.pollFirst());
    }

    private void release(WarmProcess process, Optional<WarmReply> reply) {
        long mostKb = Math.round(GROWN * kind.memoryMb() * KB_PER_MB);
        boolean isKept = reply.filter(answer -> process.isGoodFor(answer, MOST_STRATEGIES, mostKb))
                        .isPresent()
                && keep(process);
        if (!isKept) {
            process.end();
        }
    }

    /// The one that was used last is the next: its memory is in use already.
    private synchronized boolean keep(WarmProcess process) {
        if (!closed) {
            idle.addFirst(process);
        }
        return !closed;
    }

    /// Ends those that wait; one that still works ends when it is done.
    @Override
    public void close() {
        List<WarmProcess> waiting;
        synchronized (this) {
            closed = true;
            waiting = List.copyOf(idle);
            idle.clear();
        }
        waiting.forEach(WarmProcess::end);
    }
}
