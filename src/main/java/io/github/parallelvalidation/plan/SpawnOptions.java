package io.github.parallelvalidation.plan;

import java.util.Optional;
import java.util.OptionalInt;

/// What was asked for with a worker that was spawned by itself, into a run that was on.
///
/// @param workerId the worker of the first attempt, or empty once that was started: any further one has its own
/// @param timeoutSeconds the time limit of one attempt, or empty: the run's
/// @param agent who asked for it, as it calls itself
/// @param outputFolder where the results are put too, relative to the workspace
public record SpawnOptions(
        Optional<String> workerId, OptionalInt timeoutSeconds, Optional<String> agent, Optional<String> outputFolder) {

    /// The same once the promised worker was started.
    public SpawnOptions withoutWorker() {
        return new SpawnOptions(Optional.empty(), timeoutSeconds, agent, outputFolder);
    }
}
