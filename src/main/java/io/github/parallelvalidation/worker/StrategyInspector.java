package io.github.parallelvalidation.worker;

import io.github.parallelvalidation.gate.FailureReason;
import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.workspace.Problem;
import io.github.parallelvalidation.workspace.Workspace;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Inspects a strategy's files without running it.
public interface StrategyInspector {

    /// Begins a look at the strategies of a workspace. What they have in common, the bars above all, is read once.
    Inspection inspection(Workspace workspace, Tier tier);

    /// The file that holds the strategy's bars.
    Path bars(Workspace workspace, Path strategyFolder);

    /// A look at several strategies.
    @FunctionalInterface
    interface Inspection {

        /// What would keep the strategy from being validated, or is worth a warning.
        Findings of(Path strategyFolder);
    }

    /// Errors and warnings of one strategy.
    ///
    /// @param errors what makes it fail; `warnings` what does not
    /// @param reason what it would fail for; empty where there is no error
    record Findings(List<Problem> errors, List<Problem> warnings, Optional<FailureReason> reason) {
        public Findings {
            errors = List.copyOf(errors);
            warnings = List.copyOf(warnings);
        }

        public static Findings error(Problem problem, FailureReason reason) {
            return new Findings(List.of(problem), List.of(), Optional.of(reason));
        }
    }
}
