package io.github.parallelvalidation.ui.model;

import io.github.parallelvalidation.run.Validation;
import io.github.parallelvalidation.trust.Accepted;
import io.github.parallelvalidation.trust.CommandText;
import io.github.parallelvalidation.trust.NamedProgram;
import io.github.parallelvalidation.workspace.Problem;
import io.github.parallelvalidation.workspace.ProblemException;
import io.github.parallelvalidation.workspace.Workspace;
import java.util.List;
import java.util.Optional;

/// The programs that a workspace names, and which of them this user has accepted.
///
/// @param wholeFolder whether whatever the folder names was accepted
/// @param problem why nothing of it is known; empty where it is
public record TrustedPrograms(boolean wholeFolder, List<Program> programs, Optional<String> problem) {
    public TrustedPrograms {
        programs = List.copyOf(programs);
    }

    /// @param what what it is named for
    /// @param command its argument list in one line
    public record Program(String what, String command, boolean isAccepted) {}

    /// Whether there is anything to withdraw.
    public boolean isAnythingAccepted() {
        return wholeFolder || programs.stream().anyMatch(Program::isAccepted);
    }

    static TrustedPrograms of(Validation validation, Workspace workspace) {
        try {
            Accepted accepted = validation.acceptances().of(workspace);
            return new TrustedPrograms(
                    accepted.isWholeFolder(),
                    validation.programs(workspace).stream()
                            .map(program -> of(program, accepted))
                            .toList(),
                    validation.acceptances().problem(workspace).map(Problem::headline));
        } catch (ProblemException e) {
            return new TrustedPrograms(false, List.of(), Optional.of(e.problem().headline()));
        }
    }

    private static Program of(NamedProgram program, Accepted accepted) {
        return new Program(program.what(), CommandText.of(program.arguments()), accepted.covers(program));
    }
}
