package io.github.parallelvalidation.run;

import io.github.parallelvalidation.workspace.Problem;
import io.github.parallelvalidation.workspace.ProblemException;
import io.github.parallelvalidation.workspace.Workspace;
import java.util.Optional;

/// The run that was cut off before its last line was written. Only the newest can be: a new one is refused until then.
final class Interruption {
    private Interruption() {}

    /// Means something only while nobody holds the lock: a run that is on is not finished either.
    static Optional<String> find(Workspace workspace) {
        return RunIds.of(workspace).stream().findFirst().filter(id -> !new RunFile(workspace.plan(id)).isFinished());
    }

    /// @throws ProblemException when a run waits to be resumed or discarded
    static void refuse(Workspace workspace) {
        find(workspace).ifPresent(id -> {
            throw new ProblemException(Problem.of(
                    workspace.plan(id),
                    "run " + id + " was interrupted; take it up with --resume or give it up with --discard"));
        });
    }

    /// @throws ProblemException when there is none
    static String require(Workspace workspace) {
        return find(workspace)
                .orElseThrow(() -> new ProblemException(
                        Problem.of(workspace.pipeline(), "no run was interrupted here: there is nothing to take up")));
    }
}
