package io.github.parallelvalidation.run;

import io.github.parallelvalidation.process.MachineMemory;
import io.github.parallelvalidation.supervise.AttemptRunner;

/// Creates the attempt runner of a run.
public interface Workers {
    /// Creates workers as the workspace's settings say.
    AttemptRunner attempts(RunInputs inputs);

    /// Measures the memory that is available to them.
    MachineMemory machine();
}
