package io.github.parallelvalidation.ui.model;

import io.github.parallelvalidation.workspace.Workspace;

/// Which workspaces are watched, so that runs start by themselves. One that was never seen is not.
public interface WatchMemory {

    boolean isWatched(Workspace workspace);

    void watch(Workspace workspace, boolean on);
}
