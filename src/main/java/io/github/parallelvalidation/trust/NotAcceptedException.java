package io.github.parallelvalidation.trust;

import io.github.parallelvalidation.workspace.Problem;
import io.github.parallelvalidation.workspace.Workspace;
import java.util.List;
import java.util.Optional;

/// A workspace names programs that would be started, and that its user has not accepted. Nothing was started,
/// nothing was written.
public final class NotAcceptedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Workspace workspace;
    private final transient List<NamedProgram> programs;
    private final transient Optional<Problem> problem;

    /// @param problem why nothing that was accepted earlier counts, where that is so
    public NotAcceptedException(Workspace workspace, List<NamedProgram> programs, Optional<Problem> problem) {
        super("%s names programs that you have not accepted: %s"
                .formatted(
                        workspace.root(),
                        String.join(
                                ", ", programs.stream().map(NamedProgram::what).toList())));
        this.workspace = workspace;
        this.programs = List.copyOf(programs);
        this.problem = problem;
    }

    public Workspace workspace() {
        return workspace;
    }

    /// Why nothing that was accepted earlier counts, where that is so.
    public Optional<Problem> problem() {
        return problem;
    }

    /// Those that were not accepted.
    public List<NamedProgram> programs() {
        return programs;
    }
}
