package io.github.parallelvalidation.ui.frame;

import io.github.parallelvalidation.watch.ChangeNotices;
import io.github.parallelvalidation.watch.FolderChanges;
import io.github.parallelvalidation.watch.PipelinePhase;
import io.github.parallelvalidation.watch.WatchTiming;
import io.github.parallelvalidation.workspace.Workspace;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;

/// Follows the files of the open workspace on its own thread, and triggers a refresh on the JavaFX thread whenever they
/// are quiet.
final class DiskFollower implements AutoCloseable {
    private final Function<Workspace, ChangeNotices> source;
    private final WatchTiming pace;
    private final Executor display;
    private final Look look;
    private Optional<ChangeNotices> followed = Optional.empty();

    /// The refresh on the JavaFX thread.
    @FunctionalInterface
    interface Look {
        void look(boolean filesChanged, Optional<PipelinePhase> phase);
    }

    DiskFollower(Executor display, Look look) {
        this(workspace -> FolderChanges.of(workspace, WatchTiming.USUAL.poll()), WatchTiming.USUAL, display, look);
    }

    DiskFollower(Function<Workspace, ChangeNotices> source, WatchTiming pace, Executor display, Look look) {
        this.source = source;
        this.pace = pace;
        this.display = display;
        this.look = look;
    }

    /// Follows this workspace, and no longer the one before.
    void follow(Workspace workspace) {
        close();
        ChangeNotices changes = source.apply(workspace);
        followed = Optional.of(changes);
        Thread.ofPlatform().daemon().name("follower").start(() -> follow(workspace, changes));
    }

    private void follow(Workspace workspace, ChangeNotices changes) {
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
        followed.ifPresent(ChangeNotices::close);
        followed = Optional.empty();
    }
}
