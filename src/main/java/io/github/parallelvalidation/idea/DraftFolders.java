package io.github.parallelvalidation.idea;

import io.github.parallelvalidation.workspace.OwnFile;
import io.github.parallelvalidation.workspace.ProblemException;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/// Folders in which strategies are made, beside the place that they will have. Nobody takes them for strategies.
final class DraftFolders {
    private static final Pattern NAME = Pattern.compile("\\.STR-[0-9]{3,18}(-[a-z0-9-]+)?\\.new");

    private DraftFolders() {}

    static Path of(Path folder) {
        return folder.resolveSibling("." + folder.getFileName() + ".new");
    }

    /// Removes what somebody left who was killed while making a strategy. Only under the lock.
    ///
    /// @throws ProblemException when they cannot be removed
    static void removeAbandoned(Path strategies) {
        if (!Files.isDirectory(strategies)) {
            return;
        }
        try (DirectoryStream<Path> found = Files.newDirectoryStream(
                strategies,
                path -> NAME.matcher(String.valueOf(path.getFileName())).matches())) {
            found.forEach(OwnFile::removeFolder);
        } catch (IOException e) {
            throw new ProblemException(strategies, "cannot be listed: " + e.getMessage(), e);
        }
    }
}
