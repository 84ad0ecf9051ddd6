package io.github.parallelvalidation.workspace;

import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/// Resolves symbolic links step by step: unlike [Path#toRealPath], also where the target does not exist yet.
final class Links {
    private static final int MOST = 40;

    private Links() {}

    /// Where a path leads.
    ///
    /// @param path with all links followed, its own and those of the folders on the way
    /// @param isLink whether a link stands at the path itself
    /// @param there what stands at its end, null where there is nothing
    record End(Path path, boolean isLink, @Nullable BasicFileAttributes there) {}

    /// Where a path leads with all links followed, its own and those of the folders on the way.
    ///
    /// @throws FileSystemLoopException when a link leads to itself
    static Path end(Path path) throws IOException {
        return follow(path).path();
    }

    /// The same of what is there.
    ///
    /// @throws NoSuchFileException when it leads to nothing
    static Path real(Path path) throws IOException {
        End end = follow(path);
        if (end.there() == null) {
            throw new NoSuchFileException(path.toString());
        }
        return end.path();
    }

    /// The same, with what was found on the way.
    static End follow(Path path) throws IOException {
        return follow(path.toAbsolutePath(), 0);
    }

    private static End follow(Path path, int followed) throws IOException {
        if (followed > MOST) {
            throw new FileSystemLoopException(path.toString());
        }
        boolean isLink = followed > 0;
        BasicFileAttributes found = PathEntry.of(path);
        if (found != null && found.isSymbolicLink()) {
            return follow(path.resolveSibling(Files.readSymbolicLink(path)), followed + 1);
        }
        if (found != null && !found.isRegularFile()) {
            return new End(RealPaths.of(path, found), isLink, found);
        }
        Path folder = path.getParent();
        Path name = path.getFileName();
        if (folder == null || name == null) {
            return new End(path, isLink, found);
        }
        // A file is where its folder is; and what is not there holds no links: `..` in it can be reckoned with as text.
        Path end = follow(folder, followed).path().resolve(name).normalize();
        return new End(end, isLink, found);
    }
}
