package io.github.parallelvalidation.format;

import io.github.parallelvalidation.workspace.Problem;
import java.io.EOFException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.util.zip.ZipException;

/// Bars that are missing or invalid. The message is one sentence for a person, with file and line.
public final class DataException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// The error category; the names are those of result files.
    public enum Kind {
        DATA_UNAVAILABLE,
        DATA_INVALID
    }

    private final Kind kind;
    private final transient Problem problem;

    private DataException(Kind kind, Problem problem) {
        super(problem.toString());
        this.kind = kind;
        this.problem = problem;
    }

    public static DataException unavailable(Path file, String message) {
        return new DataException(Kind.DATA_UNAVAILABLE, Problem.of(file, message));
    }

    public static DataException invalid(Path file, String message) {
        return new DataException(Kind.DATA_INVALID, Problem.of(file, message));
    }

    /// @param line from 1
    /// @param column from 1
    /// @param text of the line
    public static DataException invalid(Path file, long line, int column, String message, String text) {
        return new DataException(Kind.DATA_INVALID, new Problem(file, Math.toIntExact(line), column, message, text));
    }

    public static DataException unreadable(Path file, Exception cause) {
        DataException exception = invalid(file, "the file cannot be read: " + reason(cause));
        exception.initCause(cause);
        return exception;
    }

    private static String reason(Exception cause) {
        if (cause instanceof EOFException) {
            return "its packed data ends too early; it was not copied or downloaded whole";
        }
        if (cause instanceof AccessDeniedException) {
            return "this user may not read it";
        }
        if (cause instanceof ZipException) {
            return "its packed data is damaged or not there to the end (%s); download or copy it again"
                    .formatted(cause.getMessage());
        }
        String message = cause.getMessage();
        return message == null ? cause.getClass().getSimpleName() : message;
    }

    public Kind kind() {
        return kind;
    }

    public Problem problem() {
        return problem;
    }
}
