package io.github.parallelvalidation.ui.frame;

/// No window can be shown on this machine; the message is the operating system's.
public final class NoDisplayException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NoDisplayException(String message, Throwable cause) {
        super(message, cause);
    }
}
