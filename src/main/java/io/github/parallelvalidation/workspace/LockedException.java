package io.github.parallelvalidation.workspace;

/// Another run holds the workspace; the message says who and since when.
public final class LockedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public LockedException(String message) {
        super(message);
    }
}
