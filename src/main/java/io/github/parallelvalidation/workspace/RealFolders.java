package io.github.parallelvalidation.workspace;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Where workspaces really are: their folders and their `.crypto`, with all links followed. Every write asks. Both are
/// a person's own to link, and nobody is kept from that; so what was found is looked up again only where it does not
/// fit.
final class RealFolders {
    private static final Map<Path, List<Path>> KNOWN = new ConcurrentHashMap<>();

    private RealFolders() {}

    /// Whether a path without links is in a workspace.
    static boolean hold(Workspace workspace, Path real) throws IOException {
        List<Path> known = KNOWN.get(workspace.root());
        return (known != null && hold(known, real)) || hold(found(workspace), real);
    }

    private static List<Path> found(Workspace workspace) throws IOException {
        List<Path> folders = List.of(Links.end(workspace.root()), Links.end(workspace.crypto()));
        KNOWN.put(workspace.root(), folders);
        return folders;
    }

    private static boolean hold(List<Path> folders, Path real) {
        return folders.stream().anyMatch(real::startsWith);
    }
}
