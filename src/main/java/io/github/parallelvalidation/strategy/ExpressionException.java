package io.github.parallelvalidation.strategy;

/// An expression that cannot be understood or computed.
public final class ExpressionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int column;

    /// @param column where in the expression, from 1
    ExpressionException(int column, String message) {
        super(message);
        this.column = column;
    }

    public int column() {
        return column;
    }
}
