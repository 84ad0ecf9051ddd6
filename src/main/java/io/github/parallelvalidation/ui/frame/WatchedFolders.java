package io.github.parallelvalidation.ui.frame;

import io.github.parallelvalidation.workspace.Workspace;
import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// The workspaces that are watched; the oldest are forgotten first.
final class WatchedFolders {
    private static final int MOST = 64;

    private final Set<String> paths = new LinkedHashSet<>();

    boolean isWatched(Workspace workspace) {
        return paths.contains(key(workspace));
    }

    void watch(Workspace workspace, boolean on) {
        paths.remove(key(workspace));
        if (on) {
            paths.add(key(workspace));
        }
        if (paths.size() > MOST) {
            paths.remove(paths.iterator().next());
        }
    }

    List<String> paths() {
        return List.copyOf(paths);
    }

    void addAll(Collection<String> known) {
        paths.addAll(known);
    }

    /// Its real path: another folder that takes its name by a link was never seen.
    private static String key(Workspace workspace) {
        try {
            return workspace.root().toRealPath().toString();
        } catch (IOException notThere) {
            return workspace.root().toString();
        }
    }
}
