package io.github.parallelvalidation.strategy;

import io.github.parallelvalidation.gate.FailureReason;

/// A strategy's own program failed to give usable signals. The message is one sentence for a person.
public final class ProgramException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final FailureReason reason;

    public ProgramException(FailureReason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public FailureReason reason() {
        return reason;
    }
}
