package io.github.parallelvalidation.workspace;

import java.io.IOException;
import java.nio.file.AccessMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Whether this program can make files in a folder, asked of the system before there is anything to be lost. One that
/// is not there yet is made in the nearest above it that is.
public final class WritableFolder {
    private WritableFolder() {}

    /// @throws ProblemException when no file can be made there
    static void require(Path folder) {
        problem(folder).ifPresent(problem -> {
            throw new ProblemException(problem);
        });
    }

    /// Why no file can be made there; empty where one can.
    public static Optional<Problem> problem(Path folder) {
        Path there = folder.toAbsolutePath();
        while (!PathEntry.exists(there) && there.getParent() != null) {
            there = there.getParent();
        }
        if (!Files.isDirectory(there)) {
            return Optional.of(Problem.of(folder, "cannot be written in: " + there + " is no folder"));
        }
        try {
            there.getFileSystem().provider().checkAccess(there, AccessMode.WRITE, AccessMode.EXECUTE);
            return Optional.empty();
        } catch (IOException denied) {
            return refusal(there).map(e -> Problem.of(folder, "cannot be written in: " + IoReason.of(e)));
        }
    }

    /// The system answers for the user alone, who may have other rights besides: it shows when a file is made.
    private static Optional<IOException> refusal(Path there) {
        try {
            Files.delete(Files.createFile(StaleTempFiles.temporary(there.resolve("writable"))));
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(e);
        }
    }
}
