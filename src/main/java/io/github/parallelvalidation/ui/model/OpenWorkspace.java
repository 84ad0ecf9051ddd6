package io.github.parallelvalidation.ui.model;

import io.github.parallelvalidation.run.Validation;
import io.github.parallelvalidation.run.WorkspaceView;
import io.github.parallelvalidation.workspace.Workspace;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The workspace of the window, as it was last read, and what went wrong in it.
final class OpenWorkspace {
    private final Validation validation;
    private final Work work;
    private final Consumer<Loaded> arrived;

    private final ReadOnlyObjectWrapper<Workspace> workspace;
    private final ReadOnlyObjectWrapper<Optional<Loaded>> loaded = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Banner>> trouble = new ReadOnlyObjectWrapper<>(Optional.empty());

    /// @param arrived told what was read, before anybody else sees it
    OpenWorkspace(Validation validation, Workspace workspace, Work work, Consumer<Loaded> arrived) {
        this.validation = validation;
        this.workspace = new ReadOnlyObjectWrapper<>(workspace);
        this.work = work;
        this.arrived = arrived;
    }

    Workspace get() {
        return workspace.get();
    }

    ReadOnlyObjectProperty<Workspace> workspace() {
        return workspace.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Loaded>> loaded() {
        return loaded.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Banner>> trouble() {
        return trouble.getReadOnlyProperty();
    }

    Optional<WorkspaceView> view() {
        return loaded.get().map(Loaded::view);
    }

    void open(Workspace other) {
        workspace.set(other);
        loaded.set(Optional.empty());
    }

    void failed(Banner banner) {
        trouble.set(Optional.of(banner));
    }

    void dismiss() {
        trouble.set(Optional.empty());
    }

    /// Reads it again; what went wrong stays to be seen.
    void read() {
        read(() -> {});
    }

    /// @param then called when it has been read
    void read(Runnable then) {
        Workspace place = workspace.get();
        work.call(
                "Reading the workspace",
                () -> Loaded.read(validation, place),
                read -> {
                    show(read);
                    then.run();
                },
                this::failed);
    }

    private void show(Loaded read) {
        if (!read.view().workspace().equals(workspace.get())) {
            // Another workspace was opened while this one was being read.
            return;
        }
        arrived.accept(read);
        loaded.set(Optional.of(read));
    }
}
