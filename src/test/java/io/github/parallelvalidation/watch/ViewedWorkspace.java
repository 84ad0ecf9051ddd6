package io.github.parallelvalidation.watch;

import io.github.parallelvalidation.TestWorkspace;
import io.github.parallelvalidation.journal.RunOutcome;
import io.github.parallelvalidation.remark.Remarks;
import io.github.parallelvalidation.run.NoValidation;
import io.github.parallelvalidation.run.RunElsewhere;
import io.github.parallelvalidation.run.Validation;
import io.github.parallelvalidation.run.WorkspaceView;
import io.github.parallelvalidation.trust.Acceptances;
import io.github.parallelvalidation.trust.NamedProgram;
import io.github.parallelvalidation.workspace.Workspace;
import java.util.List;
import java.util.Optional;

/// The workspace as its files say, but for the last run, which the test says. Only looking is possible.
final class ViewedWorkspace implements NoValidation {
    private final Validation real = TestWorkspace.validation();
    Optional<RunOutcome> lastRun = Optional.empty();

    @Override
    public WorkspaceView view(Workspace workspace) {
        WorkspaceView seen = real.view(workspace);
        return new WorkspaceView(
                workspace,
                seen.queue(),
                seen.settings(),
                seen.protocols(),
                seen.lockHolder(),
                seen.interrupted(),
                lastRun,
                seen.openQuestions(),
                seen.history(),
                seen.errors(),
                seen.warnings());
    }

    @Override
    public Optional<RunElsewhere> elsewhere(WorkspaceView view) {
        return Optional.empty();
    }

    @Override
    public Remarks remarks(Workspace workspace) {
        return Remarks.NONE;
    }

    @Override
    public Acceptances acceptances() {
        return real.acceptances();
    }

    @Override
    public List<NamedProgram> programs(Workspace workspace) {
        return real.programs(workspace);
    }
}
