package io.github.parallelvalidation.watch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import org.jspecify.annotations.Nullable;

/// The attributes that tell one state of a file from another without reading it, links followed.
///
/// @param key the file system's identity of the file, which changes when a rename replaces it, where there is one
record FileStamp(FileTime modified, long size, @Nullable Object key) {
    private static final FileStamp NONE = new FileStamp(FileTime.fromMillis(0), -1, null);

    static FileStamp of(Path file) {
        try {
            BasicFileAttributes seen = Files.readAttributes(file, BasicFileAttributes.class);
            return new FileStamp(seen.lastModifiedTime(), seen.size(), seen.fileKey());
        } catch (IOException notThere) {
            return NONE;
        }
    }
}
