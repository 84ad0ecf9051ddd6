package io.github.parallelvalidation.torture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/// How another program adds to a file that is not its own.
public enum ForeignWrite {
    APPENDS_IN_PLACE {
        @Override
        public void add(Path file, String text) throws IOException {
            Files.writeString(file, text, StandardOpenOption.APPEND);
        }
    },
    REWRITES_IN_PLACE {
        @Override
        public void add(Path file, String text) throws IOException {
            Files.writeString(file, Files.readString(file) + text);
        }
    },
    REPLACES_BY_RENAME {
        @Override
        public void add(Path file, String text) throws IOException {
            Path other = Files.writeString(file.resolveSibling("theirs"), Files.readString(file) + text);
            Files.move(other, file, StandardCopyOption.ATOMIC_MOVE);
        }
    };

    public abstract void add(Path file, String text) throws IOException;

    /// Whether we can know of it when it happens right before our own operation: between our last look at a file and
    /// our rename there is none, and a rename leaves nothing behind for a later look.
    public boolean isSeenBefore(String operation) {
        return this != REPLACES_BY_RENAME || !operation.equals("move");
    }
}
