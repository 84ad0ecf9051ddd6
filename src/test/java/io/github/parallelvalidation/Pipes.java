package io.github.parallelvalidation;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Files that are none: a named pipe, which whoever opens it waits for, and files of any size that take no room.
public final class Pipes {
    private Pipes() {}

    /// A named pipe in the place of whatever is there.
    public static Path pipe(Path path) throws IOException, InterruptedException {
        Files.createDirectories(path.toAbsolutePath().getParent());
        Files.deleteIfExists(path);
        Needs.that(Commands.works(List.of("mkfifo", path.toString())), "there are no named pipes here (mkfifo)");
        return path;
    }

    /// A file with nothing in it but its size.
    public static Path hollow(Path path, long bytes) throws IOException {
        Files.createDirectories(path.toAbsolutePath().getParent());
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
            file.setLength(bytes);
        }
        return path;
    }
}
