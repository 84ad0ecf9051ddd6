package io.github.parallelvalidation.run;

import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.journal.Journal;
import io.github.parallelvalidation.journal.RunFile;
import io.github.parallelvalidation.plan.ExecutionPlan;
import io.github.parallelvalidation.plan.PlannedStrategy;
import io.github.parallelvalidation.supervise.StopSignal;
import io.github.parallelvalidation.workspace.Workspace;
import java.time.Duration;

/// What all steps of a run share: inputs, plan file, board, stop signal, monitor. Made once, when the plan is written.
///
/// @param inputs what was read before anything was written
/// @param growing the plan, which grows where strategies join the run
/// @param file the run's own file
/// @param board what others see of the run
/// @param stop raised when the run is to end early
/// @param monitor what is noticed about the workers
record RunContext(
        Workspace workspace,
        RunInputs inputs,
        GrowingPlan growing,
        RunFile file,
        RunBoard board,
        StopSignal stop,
        RunMonitor monitor,
        RunClock clock) {

    /// The plan as it is now.
    ExecutionPlan plan() {
        return growing.now();
    }

    Journal journal() {
        return file.journal();
    }

    Tier tier() {
        return plan().tier();
    }

    /// The time limit of one attempt at a strategy.
    Duration timeout(PlannedStrategy planned) {
        return plan().timeout(planned, inputs.settings());
    }

    /// A pool with as many slots as the plan has workers.
    WorkerPool pool() {
        return new WorkerPool(Math.max(1, plan().workers()));
    }
}
