package io.github.parallelvalidation.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;

/// What changes when a file is written.
///
/// @param key of the file itself, where the system has one: another file by the same name has another
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
