package io.github.parallelvalidation.strategy;

import java.util.List;

/// A compiled expression: names have become columns and constants, types are known to fit.
sealed interface Expression {

    /// An expression that gives a number per bar.
    sealed interface Numeric extends Expression {}

    /// An expression that gives a truth value per bar.
    sealed interface Logical extends Expression {}

    record Constant(double value) implements Numeric {}

    record Price(Column column) implements Numeric {}

    /// The strategy's own score.
    record Score() implements Numeric {}

    record Negated(Numeric operand) implements Numeric {}

    record Arithmetic(char operator, Numeric left, Numeric right) implements Numeric {}

    /// A function applied to series, with its constant arguments.
    record Applied(Function function, List<Numeric> series, List<Double> constants) implements Numeric {
        public Applied {
            series = List.copyOf(series);
            constants = List.copyOf(constants);
        }
    }

    record Always(boolean value) implements Logical {}

    record Comparison(String operator, Numeric left, Numeric right) implements Logical {}

    record Both(Logical left, Logical right) implements Logical {}

    record Either(Logical left, Logical right) implements Logical {}

    record Not(Logical operand) implements Logical {}
}
