package io.github.parallelvalidation.strategy;

import java.util.List;

/// The syntax tree of an expression, before names are resolved. Columns count from 1.
sealed interface Syntax {

    int column();

    record Literal(double value, int column) implements Syntax {}

    record Name(String name, int column) implements Syntax {}

    record Unary(String operator, Syntax operand, int column) implements Syntax {}

    record Binary(String operator, Syntax left, Syntax right, int column) implements Syntax {}

    record Call(String name, List<Syntax> arguments, int column) implements Syntax {
        public Call {
            arguments = List.copyOf(arguments);
        }
    }
}
