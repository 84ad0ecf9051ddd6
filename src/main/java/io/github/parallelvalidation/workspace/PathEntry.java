package io.github.parallelvalidation.workspace;

import java.io.IOException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/// What stands at a path itself: a link is a link, wherever it leads. Asked before every write, mostly where there is
/// nothing yet, which here costs one call to the system and no exception.
public final class PathEntry {
    private PathEntry() {}

    /// Its attributes; null where there is nothing, or nothing that may be looked at.
    static @Nullable BasicFileAttributes of(Path path) {
        try {
            return path.getFileSystem()
                    .provider()
                    .readAttributesIfExists(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        } catch (IOException outOfReach) {
            return null;
        }
    }

    /// Whether there is anything, a link that leads nowhere included.
    public static boolean exists(Path path) {
        return of(path) != null;
    }

    /// Whether there is a plain file; a link to one is none.
    public static boolean isFile(Path path) {
        BasicFileAttributes found = of(path);
        return found != null && found.isRegularFile();
    }

    /// Whether there is something that is no plain file.
    public static boolean isOther(Path path) {
        BasicFileAttributes found = of(path);
        return found != null && !found.isRegularFile();
    }

    static boolean isLink(Path path) {
        BasicFileAttributes found = of(path);
        return found != null && found.isSymbolicLink();
    }
}
