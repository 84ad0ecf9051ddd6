package io.github.parallelvalidation.strategy;

/// A word of an expression.
///
/// @param text as written; empty at the end
/// @param column where it begins, from 1
record Token(Kind kind, String text, int column) {
    enum Kind {
        NUMBER,
        NAME,
        SYMBOL,
        END
    }

    boolean is(String symbol) {
        return kind == Kind.SYMBOL && text.equals(symbol);
    }
}
