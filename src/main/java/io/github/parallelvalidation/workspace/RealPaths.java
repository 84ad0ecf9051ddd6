package io.github.parallelvalidation.workspace;

import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where folders really are, with all links followed. The system looks at each folder on the way for that, and each
/// write asks several times: for a moment a folder is taken to be where it was, as long as it is the same one. A link
/// that is planted in its place, or among the folders above, leads to another.
final class RealPaths {
    private static final long MOMENT_NANOS = 1_000_000_000;

    private static final int MOST = 1_000;

    private static final Map<Path, Known> KNOWN = new RecentlyUsed<>(MOST);

    /// @param folder what the system knows it by
    /// @param at reading of [System#nanoTime] when the system was last asked for a folder on the way
    private record Known(Object folder, Path real, long at) {}

    private RealPaths() {}

    /// @param path of a folder, absolute
    /// @param found what stands at the path, which is no link
    static Path of(Path path, BasicFileAttributes found) throws IOException {
        Object folder = found.fileKey();
        return folder == null ? path.toRealPath() : look(path, folder).real();
    }

    private static Known look(Path path, Object folder) throws IOException {
        Known known = known(path);
        if (known != null && known.folder().equals(folder) && System.nanoTime() - known.at() < MOMENT_NANOS) {
            return known;
        }
        Known fresh = fresh(path, folder);
        remember(path, fresh);
        return fresh;
    }

    /// What is no link is where the folder is in which it stands; of a thousand neighbours that one is known.
    private static Known fresh(Path path, Object folder) throws IOException {
        Path parent = path.getParent();
        BasicFileAttributes above = parent == null || !path.normalize().equals(path) ? null : PathEntry.of(parent);
        Object key = above == null || !above.isDirectory() ? null : above.fileKey();
        if (parent == null || key == null) {
            return new Known(folder, path.toRealPath(), System.nanoTime());
        }
        Known known = look(parent, key);
        return new Known(folder, known.real().resolve(path.getFileName()), known.at());
    }

    private static synchronized @Nullable Known known(Path path) {
        return KNOWN.get(path);
    }

    private static synchronized void remember(Path path, Known found) {
        KNOWN.put(path, found);
    }
}
