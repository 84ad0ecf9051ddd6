package io.github.parallelvalidation.workspace;

import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/// Resolves symbolic links step by step: unlike [Path#toRealPath], also where the target does not exist yet.
final class Links {
    private static final int MOST = 40;

    private Links() {}

    /// Where a path leads with all links followed, its own and those of the folders on the way.
    ///
    /// @throws FileSystemLoopException when a link leads to itself
    static Path end(Path path) throws IOException {
        return end(path.toAbsolutePath(), 0);
    }

    private static Path end(Path path, int followed) throws IOException {
        if (followed > MOST) {
            throw new FileSystemLoopException(path.toString());
        }
        BasicFileAttributes found = PathEntry.of(path);
        if (found != null && found.isSymbolicLink()) {
            return end(path.resolveSibling(Files.readSymbolicLink(path)), followed + 1);
        }
        if (found != null) {
            return path.toRealPath();
        }
        Path folder = path.getParent();
        Path name = path.getFileName();
        // What is not there holds no links: `..` in it can be reckoned with as text.
        return folder == null || name == null
                ? path
                : end(folder, followed).resolve(name).normalize();
    }
}
