package io.github.parallelvalidation.plan;

/// What was asked for cannot be done; the message says why and what can.
public final class RequestException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    public RequestException(String message) {
        super(message);
    }
}
