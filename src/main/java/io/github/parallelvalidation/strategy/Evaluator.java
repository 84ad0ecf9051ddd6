package io.github.parallelvalidation.strategy;

import io.github.parallelvalidation.data.Bars;
import io.github.parallelvalidation.workspace.Names;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.DoubleBinaryOperator;

/// Computes an expression over bars. On no bars at all it finds every error of names, kinds and periods, for these do
/// not depend on the data.
final class Evaluator {
    private final Bars bars;
    private final Map<String, Value> names;

    /// @param names parameters, and the score where it may be used
    Evaluator(Bars bars, Map<String, Value> names) {
        this.bars = bars;
        this.names = names;
    }

    Value value(Expression expression) {
        return switch (expression) {
            case Expression.Literal literal -> new Value.Constant(literal.value());
            case Expression.Truth truth -> new Value.Truth(truth.value());
            case Expression.Name name -> named(name);
            case Expression.Unary unary -> unary(unary);
            case Expression.Binary binary -> binary(binary);
            case Expression.Call call -> call(call);
        };
    }

    private Value named(Expression.Name name) {
        return price(name.name())
                .or(() -> Optional.ofNullable(names.get(name.name())))
                .orElseThrow(() -> unknown(name));
    }

    private Optional<Value> price(String name) {
        return switch (name) {
            case "open" -> Optional.of(new Value.Series(bars.open()));
            case "high" -> Optional.of(new Value.Series(bars.high()));
            case "low" -> Optional.of(new Value.Series(bars.low()));
            case "close" -> Optional.of(new Value.Series(bars.close()));
            case "volume" -> Optional.of(new Value.Series(bars.volume()));
            default -> Optional.empty();
        };
    }

    private ExpressionException unknown(Expression.Name name) {
        if (Functions.find(name.name()).isPresent()) {
            return new ExpressionException(
                    name.column(), "'%s' is a function; write %s()".formatted(name.name(), name.name()));
        }
        TreeSet<String> known = new TreeSet<>(names.keySet());
        known.addAll(Functions.PRICES);
        return new ExpressionException(
                name.column(),
                "the name '%s' is not known%s"
                        .formatted(
                                name.name(),
                                Names.nearest(name.name(), known)
                                        .map(near -> "; did you mean '" + near + "'?")
                                        .orElse("; names here are " + String.join(", ", known))));
    }

    private Value call(Expression.Call call) {
        Function function = Functions.find(call.function()).orElseThrow(() -> unknown(call));
        List<Value> arguments = new ArrayList<>();
        for (Expression argument : call.arguments()) {
            arguments.add(value(argument));
        }
        return function.body().apply(bars, Arguments.of(function, call, arguments, bars.size()));
    }

    private static ExpressionException unknown(Expression.Call call) {
        String hint = Functions.PRICES.contains(call.function())
                ? "; it is a series and takes no brackets"
                : Names.nearest(call.function(), Functions.names())
                        .map(near -> "; did you mean '" + near + "'?")
                        .orElse("");
        return new ExpressionException(call.column(), "there is no function '" + call.function() + "'" + hint);
    }

    private Value unary(Expression.Unary unary) {
        Value operand = value(unary.operand());
        if (unary.operator().equals("!")) {
            boolean[] truths = truths(operand, unary.operand());
            boolean[] result = new boolean[truths.length];
            for (int i = 0; i < result.length; i++) {
                result[i] = !truths[i];
            }
            return operand instanceof Value.Truth truth ? new Value.Truth(!truth.value()) : new Value.Truths(result);
        }
        int sign = unary.operator().equals("-") ? -1 : 1;
        return arithmetic(new Value.Constant(sign), operand, unary.operand(), unary.operand(), (a, b) -> a * b);
    }

    private Value binary(Expression.Binary binary) {
        Value left = value(binary.left());
        Value right = value(binary.right());
        return switch (binary.operator()) {
            case "&&", "||" -> logic(binary, left, right);
            case "+" -> arithmetic(left, right, binary.left(), binary.right(), Double::sum);
            case "-" -> arithmetic(left, right, binary.left(), binary.right(), (a, b) -> a - b);
            case "*" -> arithmetic(left, right, binary.left(), binary.right(), (a, b) -> a * b);
            case "/" -> arithmetic(left, right, binary.left(), binary.right(), (a, b) -> a / b);
            case "%" -> arithmetic(left, right, binary.left(), binary.right(), Evaluator::modulo);
            case "^" -> arithmetic(left, right, binary.left(), binary.right(), Math::pow);
            default -> comparison(binary, left, right);
        };
    }

    /// As in Python and pandas: the result has the divisor's sign.
    private static double modulo(double a, double b) {
        double rest = a % b;
        return rest != 0 && (rest < 0) != (b < 0) ? rest + b : rest;
    }

    private Value arithmetic(
            Value left, Value right, Expression leftPlace, Expression rightPlace, DoubleBinaryOperator operator) {
        requireNumber(left, leftPlace);
        requireNumber(right, rightPlace);
        if (left instanceof Value.Constant a && right instanceof Value.Constant b) {
            return new Value.Constant(operator.applyAsDouble(a.value(), b.value()));
        }
        double[] result = new double[bars.size()];
        for (int i = 0; i < result.length; i++) {
            result[i] = operator.applyAsDouble(number(left, i), number(right, i));
        }
        return new Value.Series(result);
    }

    private Value comparison(Expression.Binary binary, Value left, Value right) {
        requireNumber(left, binary.left());
        requireNumber(right, binary.right());
        String operator = binary.operator();
        if (left instanceof Value.Constant a && right instanceof Value.Constant b) {
            return new Value.Truth(holds(operator, a.value(), b.value()));
        }
        boolean[] result = new boolean[bars.size()];
        for (int i = 0; i < result.length; i++) {
            result[i] = holds(operator, number(left, i), number(right, i));
        }
        return new Value.Truths(result);
    }

    /// NaN makes every comparison false, `!=` too.
    private static boolean holds(String operator, double a, double b) {
        return switch (operator) {
            case "<" -> a < b;
            case "<=" -> a <= b;
            case ">" -> a > b;
            case ">=" -> a >= b;
            case "==" -> a == b;
            default -> a < b || a > b;
        };
    }

    private Value logic(Expression.Binary binary, Value left, Value right) {
        boolean and = binary.operator().equals("&&");
        boolean[] a = truths(left, binary.left());
        boolean[] b = truths(right, binary.right());
        boolean[] result = new boolean[bars.size()];
        for (int i = 0; i < result.length; i++) {
            result[i] = and ? a[i] && b[i] : a[i] || b[i];
        }
        return new Value.Truths(result);
    }

    /// A number per bar.
    double[] numbers(Value value, Expression place) {
        requireNumber(value, place);
        double[] numbers = new double[bars.size()];
        Arrays.setAll(numbers, bar -> number(value, bar));
        return numbers;
    }

    /// A truth value per bar.
    boolean[] truths(Value value, Expression place) {
        return switch (value) {
            case Value.Truths truths -> truths.values();
            case Value.Truth truth -> {
                boolean[] same = new boolean[bars.size()];
                Arrays.fill(same, truth.value());
                yield same;
            }
            case Value.Constant number -> throw noTruth(place);
            case Value.Series series -> throw noTruth(place);
        };
    }

    private static ExpressionException noTruth(Expression place) {
        return new ExpressionException(
                place.column(), "a truth value is needed here, this is a number; compare it with something");
    }

    private static void requireNumber(Value value, Expression place) {
        if (value.isTruth()) {
            throw new ExpressionException(place.column(), "a number is needed here, this is a truth value");
        }
    }

    private static double number(Value value, int bar) {
        return value instanceof Value.Series series
                ? series.values()[bar]
                : value instanceof Value.Constant number ? number.value() : Double.NaN;
    }
}
