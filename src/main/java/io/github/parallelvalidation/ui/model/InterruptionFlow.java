package io.github.parallelvalidation.ui.model;

import io.github.parallelvalidation.run.Validation;
import io.github.parallelvalidation.run.WorkspaceView;
import io.github.parallelvalidation.ui.text.Texts;
import io.github.parallelvalidation.workspace.Workspace;
import java.util.Optional;
import java.util.function.Supplier;

/// What earlier runs have left: one that was interrupted, entries that nobody is at any more.
final class InterruptionFlow {
    private final Validation validation;
    private final Dialogs dialogs;
    private final BackgroundWork work;
    private final OpenWorkspace workspace;
    private final Runnable resume;
    /// The run whose card was shown.
    private Optional<String> shown = Optional.empty();

    InterruptionFlow(
            Validation validation, Dialogs dialogs, BackgroundWork work, OpenWorkspace workspace, Runnable resume) {
        this.validation = validation;
        this.dialogs = dialogs;
        this.work = work;
        this.workspace = workspace;
        this.resume = resume;
    }

    /// A workspace was opened.
    void show(WorkspaceView view) {
        view.interrupted().filter(_ -> view.errors().isEmpty()).ifPresent(run -> {
            shown = Optional.of(run.runId());
            dialogs.interrupted(run, resume, this::discard);
        });
    }

    /// It was read again: what is settled by now, perhaps elsewhere, is not asked any more.
    void look(WorkspaceView view) {
        shown.filter(id ->
                        view.interrupted().filter(run -> run.runId().equals(id)).isEmpty())
                .ifPresent(id -> {
                    shown = Optional.empty();
                    dialogs.withdraw(id);
                });
    }

    void discard() {
        Confirmation question = new Confirmation(
                Texts.of("confirm.discard"), Texts.of("confirm.discard.sentence"), Texts.of("confirm.discard.yes"));
        dialogs.confirm(question, () -> {
            Workspace chosen = workspace.get();
            Supplier<Workspace> discarding = () -> {
                validation.discard(chosen);
                return chosen;
            };
            work.call(Texts.of("doing.discard"), discarding, _ -> workspace.readAnew(), workspace::failed);
        });
    }

    /// Lets entries wait again that nobody is at.
    void recover() {
        Workspace chosen = workspace.get();
        work.call(
                Texts.of("doing.recover"),
                () -> validation.recover(chosen),
                _ -> workspace.readAnew(),
                workspace::failed);
    }
}
