package io.github.parallelvalidation.run;

import io.github.parallelvalidation.process.MachineMemory;
import io.github.parallelvalidation.process.MemoryProbe;
import io.github.parallelvalidation.settings.Settings;
import io.github.parallelvalidation.supervise.Attempt;
import io.github.parallelvalidation.supervise.AttemptListener;
import io.github.parallelvalidation.supervise.AttemptRunner;
import io.github.parallelvalidation.supervise.StopSignal;
import io.github.parallelvalidation.supervise.Supervisor;
import io.github.parallelvalidation.supervise.WarmWorkers;
import io.github.parallelvalidation.supervise.WorkerCommand;
import io.github.parallelvalidation.supervise.WorkerTask;
import io.github.parallelvalidation.trust.AcceptedProgram;
import io.github.parallelvalidation.worker.StrategyInspector;
import io.github.parallelvalidation.workspace.Workspace;
import java.util.List;
import java.util.Optional;

/// Creates the supervisor of worker processes from the settings.
///
/// @param builtIn starts the built-in worker
/// @param inspector finds the bars of a task for a command with the field `{bars}`
/// @param machine measures the memory for new workers
/// @param kept the processes of the built-in worker between two runs
record ProcessWorkers(
        WorkerCommand.BuiltIn builtIn,
        StrategyInspector inspector,
        MemoryProbe memory,
        MachineMemory machine,
        KeptWorkers kept)
        implements Workers {

    @Override
    public AttemptRunner attempts(RunInputs inputs) {
        Settings settings = inputs.settings();
        Supervisor.Limits limits = new Supervisor.Limits(
                settings.timeouts().pollingInterval(),
                settings.resources().memoryPerWorkerMb(),
                inputs.protocol().gates().thresholds().keySet());
        WorkerCommand command = command(inputs);
        if (!command.equals(builtIn)) {
            return new Supervisor(command, limits, memory);
        }
        return settings.programs().reusesWorkers()
                ? reusing(limits, kept.take(builtIn, kind(inputs)))
                : new Supervisor(builtIn, limits, memory);
    }

    @Override
    public List<String> arguments(RunInputs inputs, WorkerTask task) {
        return command(inputs).arguments(task, inputs.settings().resources().memoryPerWorkerMb());
    }

    private static WarmWorkers.Kind kind(RunInputs inputs) {
        return new WarmWorkers.Kind(
                inputs.settings().resources().memoryPerWorkerMb(),
                !inputs.protocol().placeboWorlds().isNone());
    }

    private WorkerCommand command(RunInputs inputs) {
        Optional<AcceptedProgram> worker = inputs.programs().worker();
        return worker.isPresent()
                ? new WorkerCommand.Custom(
                        worker.get(), task -> inspector.bars(task.workspace(), task.strategyFolder()))
                : builtIn;
    }

    private AttemptRunner reusing(Supervisor.Limits limits, WarmWorkers warm) {
        Supervisor supervisor = new Supervisor(builtIn, limits, memory, Optional.of(warm));
        return new AttemptRunner() {
            @Override
            public Attempt run(WorkerTask task, AttemptListener listener, StopSignal stop) {
                return supervisor.run(task, listener, stop);
            }

            @Override
            public void prepare(Workspace workspace, String runId, int strategies) {
                warm.prepare(workspace, runId, strategies);
            }

            @Override
            public void close() {
                kept.giveBack(warm);
            }
        };
    }
}
