package io.github.parallelvalidation.run;

import io.github.parallelvalidation.worker.AttemptRunner;
import io.github.parallelvalidation.worker.MachineMemory;

/// Makes the attempts of a run.
interface Workers {
    /// As the workspace's settings want them.
    AttemptRunner attempts(RunInputs inputs);

    /// What they can have.
    MachineMemory machine();
}
