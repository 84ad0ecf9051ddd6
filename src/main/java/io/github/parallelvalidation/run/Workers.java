package io.github.parallelvalidation.run;

import io.github.parallelvalidation.metrics.MetricsHistory;
import io.github.parallelvalidation.settings.Settings;
import io.github.parallelvalidation.worker.MachineMemory;
import io.github.parallelvalidation.worker.MemoryProbe;
import io.github.parallelvalidation.worker.StrategyInspector;
import io.github.parallelvalidation.worker.Supervisor;
import io.github.parallelvalidation.worker.WorkerCommand;

/// Makes the supervisor that the settings ask for.
///
/// @param builtIn starts the built-in worker
/// @param inspector finds the bars of a task for a command that names them
/// @param machine what new workers can have
record Workers(WorkerCommand builtIn, StrategyInspector inspector, MemoryProbe memory, MachineMemory machine) {

    Supervisor supervisor(RunInputs inputs) {
        Settings settings = inputs.settings();
        WorkerCommand command = settings.workerCommand().isEmpty()
                ? builtIn
                : new WorkerCommand.Custom(
                        settings.workerCommand(), task -> inspector.bars(task.workspace(), task.strategyFolder()));
        Supervisor.Limits limits = new Supervisor.Limits(
                settings.pollingInterval(),
                settings.memoryPerWorkerMb(),
                inputs.protocol().gates().thresholds().keySet());
        return new Supervisor(command, limits, memory);
    }

    /// @param places workers at once
    RunAttention attention(RunInputs inputs, int places) {
        return new RunAttention(
                new Admission(machine, inputs.settings().memoryPerWorkerMb(), places),
                MetricsHistory.usualTimes(inputs.history(), inputs.tier()));
    }
}
