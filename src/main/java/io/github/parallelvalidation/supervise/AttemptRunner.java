package io.github.parallelvalidation.supervise;

import io.github.parallelvalidation.workspace.Workspace;

/// Runs attempts: a [Supervisor] with processes.
@FunctionalInterface
public interface AttemptRunner extends AutoCloseable {

    /// Runs one attempt to its end. Blocks; never throws for what a worker does.
    Attempt run(WorkerTask task, AttemptListener listener, StopSignal stop);

    /// Attempts at so many strategies will be asked for in a moment.
    default void prepare(Workspace workspace, String runId, int strategies) {}

    /// Ends what was kept for further attempts.
    @Override
    default void close() {}
}
