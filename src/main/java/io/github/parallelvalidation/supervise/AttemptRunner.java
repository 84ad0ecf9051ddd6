package io.github.parallelvalidation.supervise;

/// Runs attempts: a [Supervisor] with processes.
@FunctionalInterface
public interface AttemptRunner extends AutoCloseable {

    /// Runs one attempt to its end. Blocks; never throws for what a worker does.
    Attempt run(WorkerTask task, AttemptListener listener, StopSignal stop);

    /// Ends what was kept for further attempts.
    @Override
    default void close() {}
}
