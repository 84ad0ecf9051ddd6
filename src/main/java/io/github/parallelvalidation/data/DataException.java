package io.github.parallelvalidation.data;

import io.github.parallelvalidation.workspace.Problem;

/// Bars that are not there, or that cannot be right. The message names the files and lines.
public final class DataException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// Which of the two it is.
    public enum Kind {
        UNAVAILABLE,
        INVALID
    }

    private final Kind kind;
    private final transient Problem problem;

    public DataException(Kind kind, Problem problem) {
        super(problem.headline());
        this.kind = kind;
        this.problem = problem;
    }

    public Kind kind() {
        return kind;
    }

    public Problem problem() {
        return problem;
    }
}
