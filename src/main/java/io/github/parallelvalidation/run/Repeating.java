package io.github.parallelvalidation.run;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/// Does the same again and again in a thread of its own until it is closed.
final class Repeating implements AutoCloseable {
    private final Supplier<Duration> step;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition ends = lock.newCondition();
    private final Thread thread;
    private boolean closed;

    /// @param first how long it waits before the first time
    /// @param step is done, and says how long it waits before the next time
    Repeating(String name, Duration first, Supplier<Duration> step) {
        this.step = step;
        this.thread = Thread.ofPlatform().daemon().name(name).start(() -> run(first));
    }

    private void run(Duration first) {
        Duration pause = first;
        try {
            while (!isOver(pause.toNanos())) {
                pause = step.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
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

    /// Returns when nothing is done by it any more.
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
