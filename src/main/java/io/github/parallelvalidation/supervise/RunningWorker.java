package io.github.parallelvalidation.supervise;

import io.github.parallelvalidation.process.ProcessTree;
import io.github.parallelvalidation.process.ThreadTimes;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// A worker at one attempt, in a process of its own or in one that judges many.
interface RunningWorker extends AutoCloseable {

    /// Whether it is still at it.
    boolean isAlive();

    /// Completes when it is not.
    CompletableFuture<?> onEnd();

    ProcessTree tree();

    /// The times of its process as they were when the attempt began, and of all that was added since.
    ThreadTimes times();

    /// When it was started; a flag that is older is not its own.
    Instant spawned();

    /// When it began with the strategy, by [System#nanoTime()].
    long begun();

    /// Strategies that its process had judged before.
    int judgedBefore();

    /// Whether it leaves the strategy to a process of its own.
    boolean hasDeclined();

    /// Ends what is still at it, and reads the rest of its output.
    ///
    /// @param isUrgent whether nobody has time to ask first
    void finish(BooleanSupplier isUrgent) throws InterruptedException;

    /// How it ended, or null where it did not, or is not known to have.
    @Nullable
    WorkerExit exit();

    /// What it printed last.
    List<String> lastLines();

    /// Largest resident memory that it knows of itself, in MB; 0 where it knows none.
    long peakMemoryMb();

    @Override
    void close() throws IOException;

    /// Starts workers.
    @FunctionalInterface
    interface Source {

        /// @param stop ends a wait for a processor
        /// @throws IOException when there is no such program, or no log can be written
        RunningWorker start(WorkerTask task, AttemptListener listener, StopSignal stop)
                throws IOException, InterruptedException;
    }
}
