package io.github.parallelvalidation.strategy;

import java.util.List;

/// A parsed expression. Each part knows its column.
sealed interface Expression {
    int column();

    record Literal(double value, int column) implements Expression {}

    record Truth(boolean value, int column) implements Expression {}

    record Name(String name, int column) implements Expression {}

    record Call(String function, List<Expression> arguments, int column) implements Expression {}

    record Unary(String operator, Expression operand, int column) implements Expression {}

    record Binary(String operator, Expression left, Expression right, int column) implements Expression {}
}
