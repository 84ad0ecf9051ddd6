package io.github.parallelvalidation.torture;

import java.io.IOException;

/// What happens before each file operation.
@FunctionalInterface
public interface Hook {
    /// @param operation `open` (to change), `read`, `list`, `mkdir`, `delete`, `copy`, `move`, `write`, `write
    ///     the rest of`, `truncate`, `force`, `lock`, or `set` with an attribute
    /// @param name of the file
    void before(String operation, String name) throws IOException;

    /// Before it is looked whether a file is there, and how it is.
    default void look() {}

    /// Whether files are really forced to the disk, which takes its time.
    default boolean forces() {
        return true;
    }
}
