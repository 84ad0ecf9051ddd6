package io.github.parallelvalidation.run;

import io.github.parallelvalidation.process.MachineMemory;
import io.github.parallelvalidation.supervise.AttemptRunner;
import io.github.parallelvalidation.supervise.WorkerTask;
import io.github.parallelvalidation.trust.NotAcceptedException;
import java.util.List;

/// Creates the attempt runner of a run.
public interface Workers {
    /// Creates workers as the workspace's settings say.
    AttemptRunner attempts(RunInputs inputs);

    /// The argument list of one worker, to start it by hand.
    ///
    /// @throws NotAcceptedException when it is a program that was not accepted
    List<String> arguments(RunInputs inputs, WorkerTask task);

    /// Measures the memory that is available to them.
    MachineMemory machine();
}
