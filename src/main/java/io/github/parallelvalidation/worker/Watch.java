package io.github.parallelvalidation.worker;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// The clock and the scales of one attempt: is its time up, does it hold too much memory, is the flag to be looked for.
final class Watch {
    private static final Duration SAMPLE_EVERY = Duration.ofMillis(250);
    private static final int SAMPLES_ABOVE = 3;

    private final WorkerTask task;
    private final ProcessTree tree;
    private final Supervisor.Limits limits;
    private final MemoryProbe probe;
    private final AttemptListener listener;
    private final long deadline;
    private long nextPoll;
    private int above;
    private long peakMemoryMb;

    Watch(
            WorkerTask task,
            Process process,
            Supervisor.Limits limits,
            MemoryProbe probe,
            AttemptListener listener,
            long startNanos) {
        this.task = task;
        this.tree = new ProcessTree(process.toHandle());
        this.limits = limits;
        this.probe = probe;
        this.listener = listener;
        this.deadline = startNanos + task.timeout().toNanos();
        this.nextPoll = startNanos + limits.polling().toNanos();
    }

    Duration untilNextLook() {
        long left = deadline - System.nanoTime();
        return Duration.ofNanos(Math.max(0, Math.min(left, SAMPLE_EVERY.toNanos())));
    }

    /// What is wrong with the attempt now, if anything.
    Optional<AttemptOutcome> look() {
        if (System.nanoTime() >= deadline) {
            return Optional.of(new AttemptOutcome.TimedOut(task.timeout().toMillis() / 1000.0));
        }
        List<Long> pids = tree.look().stream().map(ProcessHandle::pid).toList();
        long memory = probe.residentMb(pids);
        peakMemoryMb = Math.max(peakMemoryMb, memory);
        listener.memory(memory);
        above = memory > limits.memoryMb() ? above + 1 : 0;
        return above >= SAMPLES_ABOVE
                ? Optional.of(new AttemptOutcome.MemoryExceeded(memory, limits.memoryMb()))
                : Optional.empty();
    }

    boolean pollIsDue() {
        long now = System.nanoTime();
        if (now < nextPoll) {
            return false;
        }
        nextPoll = now + limits.polling().toNanos();
        return true;
    }

    ProcessTree tree() {
        return tree;
    }

    long peakMemoryMb() {
        return peakMemoryMb;
    }
}
