package io.github.parallelvalidation.supervise;

/// Runs attempts: a [Supervisor] with a process each.
@FunctionalInterface
public interface AttemptRunner {

    /// Runs one attempt to its end. Blocks; never throws for what a worker does.
    Attempt run(WorkerTask task, AttemptListener listener, StopSignal stop);
}
