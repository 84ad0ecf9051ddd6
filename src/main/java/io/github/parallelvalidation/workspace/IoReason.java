package io.github.parallelvalidation.workspace;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/// Words why a file operation failed: Java's own messages often are no more than a path.
public final class IoReason {
    private IoReason() {}

    public static String of(IOException e) {
        return switch (e) {
            case AccessDeniedException denied -> "permission denied for " + denied.getFile();
            case NoSuchFileException gone -> gone.getFile() + " is not there";
            case FileSystemLoopException loop -> loop.getFile() + " is a link that leads to itself";
            case NotDirectoryException file -> file.getFile() + " is no folder";
            case FileAlreadyExistsException taken -> taken.getFile() + " is in the way";
            case FileSystemException other
            when other.getReason() != null -> other.getReason() + " (" + other.getFile() + ")";
            default -> e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        };
    }
}
