package io.github.parallelvalidation.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/// Writes what is a person's own affair, in a folder of this program outside of all workspaces: whole or not at
/// all, and readable for nobody else.
public final class PrivateFile {
    private PrivateFile() {}

    /// @param file in a folder that holds nothing else
    /// @throws ProblemException when it cannot be written; the old one is then still there
    public static void write(Path file, String text) {
        Path folder = file.toAbsolutePath().getParent();
        try {
            if (folder != null) {
                Files.createDirectories(folder);
                if (FileModes.areKnown(folder)) {
                    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
                }
            }
            if (Files.isSymbolicLink(file)) {
                throw new ProblemException(
                        Problem.of(file, "is a link; what this program keeps for you alone is written through none"));
            }
        } catch (IOException e) {
            throw new ProblemException(file, "cannot be written: " + IoReason.of(e), e);
        }
        // A new file gets no more rights than its folder grants.
        AtomicFile.write(file, text);
    }

    /// @return whether it was there
    /// @throws ProblemException when it cannot be removed
    public static boolean remove(Path file) {
        try {
            boolean there = PathEntry.exists(file);
            Files.deleteIfExists(file);
            return there;
        } catch (IOException e) {
            throw new ProblemException(file, "cannot be removed: " + IoReason.of(e), e);
        }
    }
}
