package io.github.parallelvalidation.strategy;

/// An invalid expression. The message says what was found and what would be legal.
public final class ExpressionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// So much of an expression fits a line together with the rest of the sentence.
    private static final int SHOWN = 100;

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
        return "%s: in \"%s\" at column %d: %s".formatted(what, around(expression), column, getMessage());
    }

    /// On one line, and of a long expression the part that matters.
    private String around(String expression) {
        int from = Math.max(0, Math.min(column - 1 - SHOWN / 2, expression.length() - SHOWN));
        int to = Math.min(expression.length(), from + SHOWN);
        String part = expression.substring(from, to).replaceAll("\\s", " ");
        return (from > 0 ? "…" : "") + part + (to < expression.length() ? "…" : "");
    }
}
