package io.github.parallelvalidation.supervise;

import io.github.parallelvalidation.worker.WarmReply;
import io.github.parallelvalidation.workspace.Workspace;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Processes of the built-in worker that wait for their next strategy. One that did anything but measure its strategy
/// is not used again, nor is one that has grown.
///
/// They do nothing but compute. Beyond one for each processor a further one costs its start and the compilation of its
/// code, and makes none of the others quicker: a strategy waits a moment for one that gets free. Only where those take
/// long are there as many as the run has slots.
public final class WarmWorkers implements RunningWorker.Source, AutoCloseable {
    /// After so many strategies a process is replaced whatever it did.
    private static final int MOST_STRATEGIES = 500;

    /// Where a process has judged its share and the others need no longer than this for the rest of the run, it is
    /// theirs: one that was started for it would hardly have got quick.
    private static final Duration SHORT_REST = Duration.ofSeconds(1);

    /// Of the memory that a worker may hold.
    private static final double GROWN = 0.9;

    private static final int KB_PER_MB = 1024;

    /// Longer than the first strategy of a process takes, and far longer than the next ones.
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final Duration LOOK = Duration.ofMillis(50);

    private final WorkerCommand.BuiltIn command;
    private final Kind kind;
    private final Semaphore places;
    private final int most;
    private final Duration patience;
    private final Deque<WarmProcess> idle = new ArrayDeque<>();
    private int busy;
    /// Strategies that are still to come, as far as that was said.
    private Optional<Integer> toCome = Optional.empty();
    /// Places that nobody took over at the end of a run.
    private int leftEmpty;
    private boolean closed;

    /// What a process is started for.
    ///
    /// @param memoryMb resident memory that a worker may hold
    /// @param computesWorlds whether it computes strategies on rebuilt markets
    public record Kind(long memoryMb, boolean computesWorlds) {}

    /// @param processors of the machine
    public WarmWorkers(WorkerCommand.BuiltIn command, Kind kind, int processors) {
        this(command, kind, processors, MOST_STRATEGIES, PATIENCE);
    }

    /// @param most strategies that a process judges
    /// @param patience how long a strategy waits before one more is started
    WarmWorkers(WorkerCommand.BuiltIn command, Kind kind, int processors, int most, Duration patience) {
        this.command = command;
        this.kind = kind;
        this.most = most;
        this.places = new Semaphore(processors, true);
        this.patience = patience;
    }

    public Kind kind() {
        return kind;
    }

    /// Starts the first processes before there is a strategy for them: until it is planned and written down that it
    /// begins, they are ready.
    ///
    /// @param strategies that will come
    public synchronized void prepare(Workspace workspace, String runId, int strategies) {
        toCome = Optional.of(strategies);
        places.release(leftEmpty);
        leftEmpty = 0;
        int wanted = Math.min(strategies, places.availablePermits());
        try {
            while (idle.size() < wanted) {
                idle.addLast(WarmProcess.start(workspace, runId, command.warm(kind)));
            }
        } catch (IOException | OutOfMemoryError notNow) {
            // Whoever needs one starts it, and says what is missing.
            System.getLogger(WarmWorkers.class.getName())
                    .log(System.Logger.Level.DEBUG, "no process could be started ahead", notNow);
        }
    }

    @Override
    public RunningWorker start(WorkerTask task, AttemptListener listener, StopSignal stop)
            throws IOException, InterruptedException {
        AttemptOutput output = AttemptOutput.open(task, listener, true);
        try {
            awaitPlace(listener, stop);
            begins();
            try {
                return new WarmAttempt(ready(task, output.listener()), output, this::release);
            } catch (IOException | RuntimeException | Error e) {
                leaves(Optional.empty());
                throw e;
            }
        } catch (IOException | InterruptedException | RuntimeException | Error e) {
            output.close();
            throw e;
        }
    }

    /// Whoever does not get one in time makes one more.
    private void awaitPlace(AttemptListener listener, StopSignal stop) throws InterruptedException {
        if (places.tryAcquire(0, TimeUnit.SECONDS)) {
            return;
        }
        listener.progress(0, "waiting for a processor");
        long deadline = System.nanoTime() + patience.toNanos();
        boolean isMine = false;
        while (!isMine && !stop.isRaised() && System.nanoTime() < deadline) {
            isMine = places.tryAcquire(LOOK.toMillis(), TimeUnit.MILLISECONDS);
        }
        listener.progress(0, AttemptListener.STARTING);
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
        WarmProcess fresh = WarmProcess.start(task.workspace(), task.runId(), command.warm(kind));
        fresh.ask(task, arguments, output);
        return fresh;
    }

    private synchronized Optional<WarmProcess> next() {
        return Optional.ofNullable(idle.pollFirst());
    }

    private void release(WarmProcess process, Optional<WarmReply> reply) {
        long mostKb = Math.round(GROWN * kind.memoryMb() * KB_PER_MB);
        boolean isKept =
                reply.filter(answer -> process.isGoodFor(answer, most, mostKb)).isPresent() && keep(process);
        leaves(process.served() >= most ? Optional.of(process.meanTime()) : Optional.empty());
        if (!isKept) {
            process.end();
        }
    }

    private synchronized void begins() {
        busy++;
        toCome = toCome.map(strategies -> strategies - 1);
    }

    /// @param done of a process that has judged its share: how long each strategy took
    private synchronized void leaves(Optional<Duration> done) {
        busy--;
        int others = busy + idle.size();
        boolean othersSuffice = others > 0
                && done.flatMap(each -> toCome.map(each::multipliedBy))
                        .filter(rest -> rest.dividedBy(others).compareTo(SHORT_REST) <= 0)
                        .isPresent();
        if (othersSuffice) {
            leftEmpty++;
        } else {
            places.release();
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
        waiting.forEach(WarmProcess::leave);
        waiting.forEach(WarmProcess::end);
    }
}
