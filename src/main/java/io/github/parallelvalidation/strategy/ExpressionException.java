package io.github.parallelvalidation.strategy;

/// An expression that means nothing. The message says what was found and what would be legal.
public final class ExpressionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int column;

    /// @param column from 1, in the expression
    ExpressionException(int column, String message) {
        super(message);
        this.column = column;
    }

    public int column() {
        return column;
    }

    /// One sentence with the expression, the column and what is wrong.
    String sentence(String what, String expression) {
        return "%s: in \"%s\" at column %d: %s".formatted(what, expression, column, getMessage());
    }
}
