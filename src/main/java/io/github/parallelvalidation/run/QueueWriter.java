package io.github.parallelvalidation.run;

import io.github.parallelvalidation.workspace.ProblemException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// Brings the queue up to date while a run is on, about once a second, and less often where the queue is so large that
/// it would do nothing else.
final class QueueWriter implements AutoCloseable {
    static final Duration PERIOD = Duration.ofSeconds(1);

    /// At most this share of the time goes into the queue.
    private static final long IDLE_SHARE = 10;

    private final RunQueue queue;
    private final RunMonitor monitor;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition ends = lock.newCondition();
    private final Thread thread;
    private boolean closed;

    /// @param monitor is told why the queue could not be written, if it could not
    QueueWriter(RunQueue queue, RunMonitor monitor) {
        this.queue = queue;
        this.monitor = monitor;
        this.thread = Thread.ofPlatform().daemon().name("queue-writer").start(this::run);
    }

    private void run() {
        long pause = PERIOD.toNanos();
        try {
            while (!isOver(pause)) {
                long start = System.nanoTime();
                write();
                pause = Math.max(PERIOD.toNanos(), IDLE_SHARE * (System.nanoTime() - start));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void write() {
        try {
            queue.write();
        } catch (ProblemException e) {
            // What is waiting stays so; the end of the run writes it, or says that it cannot.
            monitor.remark("the queue could not be brought up to date while the run was on: "
                    + e.problem().headline());
        }
    }

    private boolean isOver(long nanos) throws InterruptedException {
        lock.lock();
        try {
            long left = nanos;
            while (!closed && left > 0) {
                left = ends.awaitNanos(left);
            }
            return closed;
        } finally {
            lock.unlock();
        }
    }

    /// Returns when nothing is written by it any more.
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            ends.signalAll();
        } finally {
            lock.unlock();
        }
        try {
            thread.join(TimeUnit.MINUTES.toMillis(1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
