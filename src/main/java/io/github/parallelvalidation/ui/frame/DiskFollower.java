package io.github.parallelvalidation.ui.frame;

import io.github.parallelvalidation.watch.Changes;
import io.github.parallelvalidation.watch.FolderChanges;
import io.github.parallelvalidation.watch.Pace;
import io.github.parallelvalidation.watch.PipelinePhase;
import io.github.parallelvalidation.workspace.Workspace;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;

/// Follows the files of the open workspace on a thread of its own, and has the display look whenever they are quiet.
final class DiskFollower implements AutoCloseable {
    private final Function<Workspace, Changes> source;
    private final Pace pace;
    private final Executor display;
    private final Look look;
    private Optional<Changes> followed = Optional.empty();

    /// What is done on the display's thread.
    @FunctionalInterface
    interface Look {
        void look(boolean filesChanged, Optional<PipelinePhase> phase);
    }

    DiskFollower(Executor display, Look look) {
        this(workspace -> FolderChanges.of(workspace, Pace.USUAL.poll()), Pace.USUAL, display, look);
    }

    DiskFollower(Function<Workspace, Changes> source, Pace pace, Executor display, Look look) {
        this.source = source;
        this.pace = pace;
        this.display = display;
        this.look = look;
    }

    /// Follows this workspace, and no longer the one before.
    void follow(Workspace workspace) {
        close();
        Changes changes = source.apply(workspace);
        followed = Optional.of(changes);
        Thread.ofPlatform().daemon().name("follower").start(() -> follow(workspace, changes));
    }

    private void follow(Workspace workspace, Changes changes) {
        while (!changes.isClosed()) {
            boolean changed = changes.await(pace.poll());
            if (changed) {
                pace.settle(changes);
            }
            Optional<PipelinePhase> phase = PipelinePhase.read(workspace.currentRun());
            display.execute(() -> {
                if (!changes.isClosed()) {
                    look.look(changed, phase);
                }
            });
        }
    }

    @Override
    public void close() {
        followed.ifPresent(Changes::close);
        followed = Optional.empty();
    }
}
