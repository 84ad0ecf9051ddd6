package io.github.parallelvalidation.idea;

/// What was asked for cannot be done; the sentence says why. Nothing was written.
public final class IdeaException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    IdeaException(String message) {
        super(message);
    }
}
