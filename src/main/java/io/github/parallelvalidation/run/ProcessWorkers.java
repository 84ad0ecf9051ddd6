package io.github.parallelvalidation.run;

import io.github.parallelvalidation.process.MachineMemory;
import io.github.parallelvalidation.process.MemoryProbe;
import io.github.parallelvalidation.settings.Settings;
import io.github.parallelvalidation.supervise.AttemptRunner;
import io.github.parallelvalidation.supervise.Supervisor;
import io.github.parallelvalidation.supervise.WarmWorkers;
import io.github.parallelvalidation.supervise.WorkerCommand;
import io.github.parallelvalidation.worker.StrategyInspector;
import java.util.Optional;

/// Creates the supervisor of worker processes from the settings.
///
/// @param builtIn starts the built-in worker
/// @param inspector finds the bars of a task for a command with the field `{bars}`
/// @param machine measures the memory for new workers
record ProcessWorkers(WorkerCommand.BuiltIn builtIn, StrategyInspector inspector, MemoryProbe memory, MachineMemory machine)
        implements Workers {

    @Override
    public AttemptRunner attempts(RunInputs inputs) {
        Settings settings = inputs.settings();
        boolean isBuiltIn = settings.programs().worker().isEmpty();
        WorkerCommand command = isBuiltIn
                ? builtIn
                : new WorkerCommand.Custom(
                        settings.programs().worker(), task -> inspector.bars(task.workspace(), task.strategyFolder()));
        Supervisor.Limits limits = new Supervisor.Limits(
                settings.timeouts().pollingInterval(),
                settings.resources().memoryPerWorkerMb(),
                inputs.protocol().gates().thresholds().keySet());
        boolean isReused = isBuiltIn && settings.programs().reusesWorkers();
        return new Supervisor(
                command, limits, memory, isReused ? Optional.of(new WarmWorkers(builtIn, limits.memoryMb())) : Optional.empty());
    }
}
