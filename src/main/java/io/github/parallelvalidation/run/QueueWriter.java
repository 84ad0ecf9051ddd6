package io.github.parallelvalidation.run;

import io.github.parallelvalidation.workspace.ProblemException;
import java.time.Duration;

/// Brings the queue up to date while a run is on, about once a second, and less often where the queue is so large that
/// it would do nothing else.
final class QueueWriter implements AutoCloseable {
    static final Duration PERIOD = Duration.ofSeconds(1);

    /// At most this share of the time goes into the queue.
    private static final long IDLE_SHARE = 10;

    private final RunQueue queue;
    private final RunMonitor monitor;
    private final Repeating writing;

    /// @param monitor is told why the queue could not be written, if it could not
    QueueWriter(RunQueue queue, RunMonitor monitor) {
        this.queue = queue;
        this.monitor = monitor;
        this.writing = new Repeating("queue-writer", PERIOD, this::write);
    }

    /// @return how long nothing is written now
    private Duration write() {
        long start = System.nanoTime();
        try {
            queue.write();
        } catch (ProblemException e) {
            // What is waiting stays so; the end of the run writes it, or says that it cannot.
            monitor.remark("the queue could not be brought up to date while the run was on: "
                    + e.problem().headline());
        }
        return Duration.ofNanos(Math.max(PERIOD.toNanos(), IDLE_SHARE * (System.nanoTime() - start)));
    }

    /// Returns when nothing is written by it any more.
    @Override
    public void close() {
        writing.close();
    }
}
