package io.github.parallelvalidation.run;

import io.github.parallelvalidation.process.MachineMemory;
import io.github.parallelvalidation.process.MemoryProbe;
import io.github.parallelvalidation.settings.Settings;
import io.github.parallelvalidation.supervise.AttemptRunner;
import io.github.parallelvalidation.supervise.Supervisor;
import io.github.parallelvalidation.supervise.WorkerCommand;
import io.github.parallelvalidation.worker.StrategyInspector;

/// Creates the supervisor of worker processes from the settings.
///
/// @param builtIn starts the built-in worker
/// @param inspector finds the bars of a task for a command with the field `{bars}`
/// @param machine measures the memory for new workers
record ProcessWorkers(WorkerCommand builtIn, StrategyInspector inspector, MemoryProbe memory, MachineMemory machine)
        implements Workers {

    @Override
    public AttemptRunner attempts(RunInputs inputs) {
        Settings settings = inputs.settings();
        WorkerCommand command = settings.programs().worker().isEmpty()
                ? builtIn
                : new WorkerCommand.Custom(
                        settings.programs().worker(), task -> inspector.bars(task.workspace(), task.strategyFolder()));
        Supervisor.Limits limits = new Supervisor.Limits(
                settings.timeouts().pollingInterval(),
                settings.resources().memoryPerWorkerMb(),
                inputs.protocol().gates().thresholds().keySet());
        return new Supervisor(command, limits, memory);
    }
}
