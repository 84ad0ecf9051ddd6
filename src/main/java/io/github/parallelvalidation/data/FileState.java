package io.github.parallelvalidation.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;

/// The attributes of a file that change when it is written.
///
/// @param key the file system's identity of the file, where it has one; a replaced file has another
record FileState(long bytes, FileTime written, String key) {

    static List<FileState> of(List<Path> files) throws IOException {
        List<FileState> states = new ArrayList<>();
        for (Path file : files) {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            states.add(new FileState(
                    attributes.size(), attributes.lastModifiedTime(), String.valueOf(attributes.fileKey())));
        }
        return states;
    }
}
