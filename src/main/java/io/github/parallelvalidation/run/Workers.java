package io.github.parallelvalidation.run;

import io.github.parallelvalidation.worker.AttemptRunner;

/// Makes the attempts of a run.
@FunctionalInterface
interface Workers {
    /// As the workspace's settings want them.
    AttemptRunner attempts(RunInputs inputs);
}
