package io.github.parallelvalidation.run;

import io.github.parallelvalidation.workspace.ProblemException;

/// A run that this program itself could not go on with: it lacks something, made a mistake, or a file could not be read
/// or written any more. The cause says which. Nothing of that is held against a strategy; the message says what has
/// become of them.
public final class RunStoppedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Throwable reason;

    /// @param reason what is short, or what went wrong; a [ProblemException] names the file
    /// @param message what has become of the strategies
    public RunStoppedException(Throwable reason, String message) {
        super(message, reason);
        this.reason = reason;
    }

    public Throwable reason() {
        return reason;
    }
}
