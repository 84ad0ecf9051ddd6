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
    /// @param at reading of [System#nanoTime]
    private record Known(Object folder, Path real, long at) {}

    private RealPaths() {}

    /// @param found what stands at the path, which is no link
    static Path of(Path path, BasicFileAttributes found) throws IOException {
        Object folder = found.fileKey();
        if (folder == null) {
            return path.toRealPath();
        }
        long now = System.nanoTime();
        Known known = known(path);
        if (known != null && known.folder().equals(folder) && now - known.at() < MOMENT_NANOS) {
            return known.real();
        }
        Path real = path.toRealPath();
        remember(path, new Known(folder, real, now));
        return real;
    }

    private static synchronized @Nullable Known known(Path path) {
        return KNOWN.get(path);
    }

    private static synchronized void remember(Path path, Known found) {
        KNOWN.put(path, found);
    }
}
