package io.github.parallelvalidation.strategy;

import io.github.parallelvalidation.workspace.Printable;

/// A token of an expression.
///
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

    /// What a person would call it.
    String describe() {
        return kind == Kind.END ? "the end" : Printable.quoted(text);
    }
}
