package io.github.parallelvalidation.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The attributes of a file that change when it is written.
///
/// @param changed when the system last saw a change of it, where it keeps that; unlike the date of writing nobody can
///     set it back
/// @param key the file system's identity of the file, where it has one; a replaced file has another
record FileState(long bytes, FileTime written, Optional<FileTime> changed, String key) {
    private static final String UNIX = "unix";

    /// The coarsest clock of a file system: two changes within it may look like one.
    private static final Duration COARSE = Duration.ofSeconds(2);

    static List<FileState> of(List<Path> files) throws IOException {
        List<FileState> states = new ArrayList<>();
        for (Path file : files) {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            states.add(new FileState(
                    attributes.size(),
                    attributes.lastModifiedTime(),
                    changed(file),
                    String.valueOf(attributes.fileKey())));
        }
        return states;
    }

    private static Optional<FileTime> changed(Path file) throws IOException {
        return file.getFileSystem().supportedFileAttributeViews().contains(UNIX)
                ? Optional.of((FileTime) Files.getAttribute(file, UNIX + ":ctime"))
                : Optional.empty();
    }

    /// Whether any later change would show: the last lies far enough back.
    boolean isSettled(Instant now) {
        return changed.filter(time -> time.toInstant().isBefore(now.minus(COARSE)))
                .isPresent();
    }
}
