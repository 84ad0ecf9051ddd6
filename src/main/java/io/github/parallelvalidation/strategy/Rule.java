package io.github.parallelvalidation.strategy;

import io.github.parallelvalidation.workspace.ProblemException;
import io.github.parallelvalidation.workspace.YamlScalar;
import java.util.function.Function;

/// One expression of a strategy, and where it is written.
record Rule(String name, Expression expression, YamlScalar place) {

    /// @throws ProblemException with the expression and the column when it cannot be understood
    static Rule parse(String name, YamlScalar place) {
        try {
            return new Rule(name, Parser.parse(place.value()), place);
        } catch (ExpressionException e) {
            throw problem(name, place, e);
        }
    }

    /// Computes something with the expression; what goes wrong is told with file, line and column.
    <T> T with(Function<Expression, T> use) {
        try {
            return use.apply(expression);
        } catch (ExpressionException e) {
            throw problem(name, place, e);
        }
    }

    private static ProblemException problem(String name, YamlScalar place, ExpressionException e) {
        return place.problem(
                "%s \"%s\", column %d: %s".formatted(name, place.value().strip(), e.column(), e.getMessage()));
    }
}
