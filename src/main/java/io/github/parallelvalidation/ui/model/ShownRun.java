package io.github.parallelvalidation.ui.model;

import io.github.parallelvalidation.journal.RunOutcome;
import io.github.parallelvalidation.metrics.RunMetrics;
import io.github.parallelvalidation.report.Format;
import io.github.parallelvalidation.run.WorkspaceView;
import io.github.parallelvalidation.ui.text.Texts;
import io.github.parallelvalidation.workspace.Workspace;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The finished run that the results page shows.
final class ShownRun {
    private final PastRuns past;
    private final Dialogs dialogs;
    private final BackgroundWork work;
    private final OpenWorkspace workspace;
    private final ReadOnlyObjectWrapper<Optional<RunOutcome>> outcome = new ReadOnlyObjectWrapper<>(Optional.empty());

    ShownRun(PastRuns past, Dialogs dialogs, BackgroundWork work, OpenWorkspace workspace) {
        this.past = past;
        this.dialogs = dialogs;
        this.work = work;
        this.workspace = workspace;
    }

    ReadOnlyObjectProperty<Optional<RunOutcome>> outcome() {
        return outcome.getReadOnlyProperty();
    }

    void show(RunOutcome run) {
        outcome.set(Optional.of(run));
    }

    /// The run that is shown as it is now; any other is not shown.
    void renew(RunOutcome run) {
        outcome.get()
                .filter(old -> old.plan().runId().equals(run.plan().runId()))
                .ifPresent(_ -> show(run));
    }

    void showIfNone(Optional<RunOutcome> run) {
        if (outcome.get().isEmpty()) {
            outcome.set(run);
        }
    }

    void forget() {
        outcome.set(Optional.empty());
    }

    /// Looks for a run of the history.
    ///
    /// @param found called when it is shown
    void find(String runId, Runnable found) {
        past.read(runId, one -> {
            show(one);
            found.run();
        });
    }

    /// Exports it to a file that the person chooses.
    void export(Format format) {
        outcome.get().ifPresent(run -> {
            Workspace chosen = workspace.get();
            List<RunMetrics> history =
                    workspace.view().map(WorkspaceView::history).orElse(List.of());
            dialogs.chooseFile(
                    format,
                    format.fileName(run.plan().runId()),
                    file -> work.call(
                            Texts.of("doing.export", format.title()),
                            () -> {
                                format.write(file, chosen, List.of(run), history);
                                return file;
                            },
                            written -> workspace.failed(ErrorBanner.written(format.title(), written)),
                            workspace::failed));
        });
    }
}
