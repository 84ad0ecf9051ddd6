package io.github.parallelvalidation.knowledge;

import io.github.parallelvalidation.workspace.AtomicFile;
import io.github.parallelvalidation.workspace.IoReason;
import io.github.parallelvalidation.workspace.Problem;
import io.github.parallelvalidation.workspace.ProblemException;
import io.github.parallelvalidation.workspace.Workspace;
import io.github.parallelvalidation.workspace.YamlDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.UnaryOperator;

/// A file that others write without a lock: changed only while it is still what was read.
final class SharedFile {
    private static final int TRIES = 5;

    private SharedFile() {}

    /// @param change from the old bytes, none where there is no file, to the new
    /// @throws ProblemException when it cannot be read or written, or leads out of the workspace; it is then as it
    // was
    static void update(Workspace workspace, Path file, UnaryOperator<byte[]> change) {
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            workspace.inside(file);
        }
        for (int i = 0; i < TRIES; i++) {
            byte[] before = read(file);
            byte[] after = change.apply(before);
            if (Arrays.equals(before, after)
                    || AtomicFile.writeIf(file, after, () -> Arrays.equals(before, read(file)))) {
                return;
            }
        }
        throw new ProblemException(
                Problem.of(file, "is being rewritten by another program again and again; it was left alone"));
    }

    private static byte[] read(Path file) {
        try {
            if (!Files.exists(file)) {
                return new byte[0];
            }
            YamlDocument.requireReadable(file);
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new ProblemException(file, "cannot be read: " + IoReason.of(e), e);
        }
    }
}
