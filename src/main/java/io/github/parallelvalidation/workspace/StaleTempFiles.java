package io.github.parallelvalidation.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Removes temporary files of writers that were killed between writing and renaming. Nobody reads them: their names
/// begin with a dot and end in `.tmp`.
public final class StaleTempFiles {
    private static final Pattern NAME =
            Pattern.compile("\\..+\\.[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\\.tmp", Pattern.DOTALL);

    private StaleTempFiles() {}

    /// A new name for the temporary file of a target.
    static Path temporary(Path target) {
        return target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID() + ".tmp");
    }

    /// Removes them from a folder in which nobody writes now.
    public static void remove(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(StaleTempFiles::isLeftover).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static boolean isLeftover(Path file) {
        return NAME.matcher(String.valueOf(file.getFileName())).matches() && PathEntry.isFile(file);
    }
}
