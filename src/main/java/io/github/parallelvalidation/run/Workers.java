package io.github.parallelvalidation.run;

import io.github.parallelvalidation.process.MachineMemory;
import io.github.parallelvalidation.supervise.AttemptRunner;

/// Creates the attempt runner of a run.
public interface Workers {
    /// As the workspace's settings want them.
    AttemptRunner attempts(RunInputs inputs);

    /// What they can have.
    MachineMemory machine();
}
