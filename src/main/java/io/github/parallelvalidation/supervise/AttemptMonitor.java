package io.github.parallelvalidation.supervise;

import io.github.parallelvalidation.process.MemoryProbe;
import io.github.parallelvalidation.process.ProcessTree;
import io.github.parallelvalidation.process.ThreadTimes;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Checks the limits of one running attempt: time, memory, and when to look for its completion flag.
final class AttemptMonitor {
    private static final Duration SAMPLE_EVERY = Duration.ofMillis(250);
    private static final Duration FIRST_SAMPLE = Duration.ofMillis(100);
    private static final int SAMPLES_ABOVE = 3;

    private static final double NANOS = 1e9;

    /// A sweep over all processes of the machine costs more than a look at the tree.
    private static final int SWEEP_EVERY = 8;

    private final WorkerTask task;
    private final ProcessTree tree;
    private final Supervisor.Limits limits;
    private final MemoryProbe probe;
    private final AttemptListener listener;
    private final ThreadTimes times;
    private final ThreadTimes.Times before;
    private final long start;
    private final long deadline;
    private long nextPoll;
    private long nextSample;
    private long seen;
    private long ended;
    private long lastComputed;
    /// Whether it did nothing between the last two looks.
    private boolean idle;
    private int samples;
    private int above;
    private long peakMemoryMb;
    private ThreadTimes.Times used = ThreadTimes.Times.NONE;

    AttemptMonitor(
            WorkerTask task,
            RunningWorker worker,
            Supervisor.Limits limits,
            MemoryProbe probe,
            AttemptListener listener) {
        this.task = task;
        this.tree = worker.tree();
        this.limits = limits;
        this.probe = probe;
        this.listener = listener;
        this.start = worker.begun();
        this.seen = start;
        this.ended = start;
        this.deadline = start + task.timeout().toNanos();
        this.nextPoll = start + limits.polling().toNanos();
        this.nextSample = start + FIRST_SAMPLE.toNanos();
        // What the process did for others before is not this attempt's; while it waited it did nothing.
        this.times = worker.times();
        this.before = times.sum();
        this.lastComputed = before.cpuNanos();
    }

    Duration untilNextLook() {
        long next = Math.min(Math.min(deadline, nextSample), nextPoll);
        return Duration.ofNanos(Math.max(0, next - System.nanoTime()));
    }

    /// The limit that the attempt exceeds now, if any.
    Optional<AttemptOutcome> look() {
        long now = System.nanoTime();
        if (now >= deadline) {
            return Optional.of(new AttemptOutcome.TimedOut(task.timeout().toMillis() / 1000.0));
        }
        if (now < nextSample) {
            return Optional.empty();
        }
        nextSample = now + SAMPLE_EVERY.toNanos();
        listener.running((now - start) / 1e9);
        return sample();
    }

    private Optional<AttemptOutcome> sample() {
        List<ProcessHandle> members = ++samples % SWEEP_EVERY == 0 ? tree.lookEverywhere() : tree.look();
        times.add(members);
        long lastSeen = seen;
        seen = System.nanoTime();
        long computed = times.sum().cpuNanos();
        idle = computed == lastComputed;
        listener.processors((double) (computed - lastComputed) / Math.max(1, seen - lastSeen));
        lastComputed = computed;
        long memory = probe.residentMb(members.stream().map(ProcessHandle::pid).toList());
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

    double seconds() {
        return (System.nanoTime() - start) / 1e9;
    }

    /// The last look at the process, if it is still there. What it does from now on is another attempt's.
    void end() {
        ended = System.nanoTime();
        if (times.add(tree.root())) {
            seen = ended;
        }
        used = times.sum().minus(before);
    }

    /// A process that has gone did not stop computing, or waiting, when it was last seen; but one that was stopped, or
    /// slept, had done so before.
    private double unseen() {
        return seen > start && !idle ? Math.max(1, (double) (ended - start) / (seen - start)) : 1;
    }

    /// What is known of the worker now that it has ended.
    Evidence evidence(RunningWorker worker) {
        return new Evidence(
                worker.exit(),
                Math.max(peakMemoryMb, worker.peakMemoryMb()),
                used.cpuNanos() / NANOS * unseen(),
                used.waitNanos() / NANOS * unseen(),
                worker.judgedBefore(),
                worker.lastLines(),
                "");
    }
}
