package io.github.parallelvalidation.run;

import io.github.parallelvalidation.worker.MemoryProbe;
import io.github.parallelvalidation.worker.Supervisor;
import io.github.parallelvalidation.worker.WorkerCommand;
import io.github.parallelvalidation.worker.WorkerTask;
import java.nio.file.Path;
import java.util.function.Function;

/// Makes the supervisor that the settings ask for.
///
/// @param builtIn starts the built-in worker
/// @param bars finds the bars of a task for a command that names them
record Workers(WorkerCommand builtIn, Function<WorkerTask, Path> bars, MemoryProbe memory) {

    Supervisor supervisor(RunInputs inputs) {
        var settings = inputs.settings();
        WorkerCommand command =
                settings.workerCommand().isEmpty() ? builtIn : new WorkerCommand.Custom(settings.workerCommand(), bars);
        Supervisor.Limits limits = new Supervisor.Limits(
                settings.pollingInterval(),
                settings.memoryPerWorkerMb(),
                inputs.protocol().gates().thresholds().keySet());
        return new Supervisor(command, limits, memory);
    }
}
