package io.github.parallelvalidation.tools;

import io.github.parallelvalidation.journal.RunLock;
import io.github.parallelvalidation.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Optional;

/// What differs as soon as there is something new to read of a run: its plan file has grown or was replaced, or nobody
/// is at it any more. It costs no reading.
///
/// @param file empty where the file is not there
record PlanSign(Optional<Attributes> file, boolean isHeld) {

    /// @param key the file system's identity of the file, where it has one
    record Attributes(long bytes, FileTime written, String key) {}

    static PlanSign of(Workspace workspace, String runId) {
        return new PlanSign(
                attributes(workspace.plan(runId)), RunLock.holder(workspace).isPresent());
    }

    private static Optional<Attributes> attributes(Path plan) {
        try {
            BasicFileAttributes found = Files.readAttributes(plan, BasicFileAttributes.class);
            return Optional.of(new Attributes(found.size(), found.lastModifiedTime(), String.valueOf(found.fileKey())));
        } catch (IOException gone) {
            return Optional.empty();
        }
    }
}
