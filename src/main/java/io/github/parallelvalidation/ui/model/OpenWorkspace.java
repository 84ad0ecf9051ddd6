package io.github.parallelvalidation.ui.model;

import io.github.parallelvalidation.run.Validation;
import io.github.parallelvalidation.run.WorkspaceView;
import io.github.parallelvalidation.ui.text.Texts;
import io.github.parallelvalidation.workspace.Workspace;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The open workspace, its last loaded state, and the error of the last attempt to read it.
final class OpenWorkspace {
    private final Validation validation;
    private final BackgroundWork work;
    private final Consumer<LoadedWorkspace> arrived;
    private final Runnable after;

    private final ReadOnlyObjectWrapper<Workspace> workspace;
    private final ReadOnlyObjectWrapper<Optional<LoadedWorkspace>> loaded =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Banner>> error = new ReadOnlyObjectWrapper<>(Optional.empty());

    /// @param arrived told what was read, before anybody else sees it
    /// @param after called once everybody has seen it, also where it is as it was before: other files may be new
    OpenWorkspace(
            Validation validation,
            Workspace workspace,
            BackgroundWork work,
            Consumer<LoadedWorkspace> arrived,
            Runnable after) {
        this.validation = validation;
        this.workspace = new ReadOnlyObjectWrapper<>(workspace);
        this.work = work;
        this.arrived = arrived;
        this.after = after;
    }

    Workspace get() {
        return workspace.get();
    }

    ReadOnlyObjectProperty<Workspace> workspace() {
        return workspace.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<LoadedWorkspace>> loaded() {
        return loaded.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Banner>> error() {
        return error.getReadOnlyProperty();
    }

    Optional<WorkspaceView> view() {
        return loaded.get().map(LoadedWorkspace::view);
    }

    void open(Workspace other) {
        // What is still known of the one before must not be taken for this one's.
        loaded.set(Optional.empty());
        workspace.set(other);
    }

    void failed(Banner banner) {
        error.set(Optional.of(banner));
    }

    void dismiss() {
        error.set(Optional.empty());
    }

    /// Reads it again, and with it goes what was said of the last time.
    void readAnew() {
        dismiss();
        read();
    }

    /// Reads it again; an error that is shown stays.
    void read() {
        read(() -> {});
    }

    /// @param then called when it has been read
    void read(Runnable then) {
        Workspace chosen = workspace.get();
        work.call(
                Texts.of("doing.workspace.read"),
                () -> LoadedWorkspace.read(validation, chosen),
                read -> {
                    show(read);
                    then.run();
                },
                this::failed);
    }

    private void show(LoadedWorkspace read) {
        if (!read.view().workspace().equals(workspace.get())) {
            // Another workspace was opened while this one was being read.
            return;
        }
        LoadedWorkspace shown = read.over(loaded.get());
        arrived.accept(shown);
        loaded.set(Optional.of(shown));
        after.run();
    }
}
