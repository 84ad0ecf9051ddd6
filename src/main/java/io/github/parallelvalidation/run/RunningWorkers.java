package io.github.parallelvalidation.run;

import io.github.parallelvalidation.journal.RunningAttempt;
import io.github.parallelvalidation.journal.RunningAttempts;
import io.github.parallelvalidation.workspace.Problem;
import io.github.parallelvalidation.workspace.ProblemException;
import java.util.List;
import java.util.Optional;

/// The workers that are at a workspace's run, as far as its plan file can be read.
///
/// @param problem why it cannot
public record RunningWorkers(List<RunningAttempt> attempts, Optional<Problem> problem) {
    public RunningWorkers {
        attempts = List.copyOf(attempts);
    }

    public static RunningWorkers of(WorkspaceView view) {
        if (view.lockHolder().isEmpty()) {
            return new RunningWorkers(List.of(), Optional.empty());
        }
        try {
            return new RunningWorkers(RunningAttempts.of(view.workspace(), view.settings()), Optional.empty());
        } catch (ProblemException e) {
            return new RunningWorkers(List.of(), Optional.of(e.problem()));
        }
    }
}
