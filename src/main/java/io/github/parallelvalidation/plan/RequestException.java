package io.github.parallelvalidation.plan;

/// A request that cannot be carried out; the message says why and what can.
public final class RequestException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    public RequestException(String message) {
        super(message);
    }
}
