package io.github.parallelvalidation.ui.model;

import io.github.parallelvalidation.journal.RunIds;
import io.github.parallelvalidation.journal.RunOutcome;
import io.github.parallelvalidation.run.Validation;
import io.github.parallelvalidation.ui.text.Texts;
import io.github.parallelvalidation.workspace.Workspace;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/// The runs of the workspace that are still on disk, archived ones too.
public final class PastRuns {
    private final Validation validation;
    private final BackgroundWork work;
    private final OpenWorkspace workspace;

    PastRuns(Validation validation, BackgroundWork work, OpenWorkspace workspace) {
        this.validation = validation;
        this.work = work;
        this.workspace = workspace;
    }

    /// Reads one.
    ///
    /// @param found takes it where it is still there; else a banner says that it is gone
    public void read(String runId, Consumer<RunOutcome> found) {
        Workspace chosen = workspace.get();
        work.call(
                Texts.of("doing.run.read"),
                () -> validation.outcome(chosen, runId),
                run -> run.ifPresentOrElse(found, () -> workspace.failed(ErrorBanner.gone(runId))),
                workspace::failed);
    }

    /// Counts them.
    public void count(IntConsumer counted) {
        Workspace chosen = workspace.get();
        work.call(Texts.of("doing.runs"), () -> RunIds.count(chosen), counted::accept, workspace::failed);
    }
}
