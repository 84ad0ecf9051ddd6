package io.github.parallelvalidation.strategy;

import io.github.parallelvalidation.data.Bars;
import io.github.parallelvalidation.strategy.Expression.Logical;
import io.github.parallelvalidation.strategy.Expression.Numeric;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/// Evaluates compiled expressions on bars, a whole series at a time. A function that is called twice with
/// the same arguments is computed once.
final class Evaluator {
    private final Bars bars;
    private final Map<Numeric, double[]> computed = new HashMap<>();

    Evaluator(Bars bars) {
        this.bars = bars;
    }

    /// From here on `score` stands for this series.
    void define(double[] score) {
        computed.put(new Expression.Score(), score);
    }

    /// The series; it may be shared and must not be changed.
    double[] numbers(Numeric expression) {
        return switch (expression) {
            case Expression.Constant(double value) -> {
                double[] filled = new double[bars.length()];
                Arrays.fill(filled, value);
                yield filled;
            }
            case Expression.Price(Column column) -> column.of(bars);
            case Expression.Score score -> known(score);
            case Expression.Negated(Numeric operand) -> negated(numbers(operand));
            case Expression.Arithmetic(char operator, Numeric left, Numeric right) ->
                arithmetic(operator, numbers(left), numbers(right));
            case Expression.Applied applied -> applied(applied);
        };
    }

    boolean[] truths(Logical expression) {
        return switch (expression) {
            case Expression.Always(boolean value) -> {
                boolean[] filled = new boolean[bars.length()];
                Arrays.fill(filled, value);
                yield filled;
            }
            case Expression.Comparison(String operator, Numeric left, Numeric right) ->
                comparison(operator, numbers(left), numbers(right));
            case Expression.Both(Logical left, Logical right) -> both(truths(left), truths(right));
            case Expression.Either(Logical left, Logical right) -> either(truths(left), truths(right));
            case Expression.Not(Logical operand) -> not(truths(operand));
        };
    }

    private double[] known(Numeric expression) {
        double[] series = computed.get(expression);
        if (series == null) {
            throw new IllegalStateException("the score is used before it is known");
        }
        return series;
    }

    private double[] applied(Expression.Applied applied) {
        double[] known = computed.get(applied);
        if (known != null) {
            return known;
        }
        double[][] series = new double[applied.series().size()][];
        for (int i = 0; i < series.length; i++) {
            series[i] = numbers(applied.series().get(i));
        }
        double[] constants = new double[applied.constants().size()];
        for (int i = 0; i < constants.length; i++) {
            constants[i] = applied.constants().get(i);
        }
        double[] result = applied.function().kernel().apply(bars, series, constants);
        computed.put(applied, result);
        return result;
    }

    /// One step of arithmetic. `%` takes the sign of the divisor, as in Python.
    static double apply(char operator, double a, double b) {
        return switch (operator) {
            case '+' -> a + b;
            case '-' -> a - b;
            case '*' -> a * b;
            case '/' -> a / b;
            case '^' -> Math.pow(a, b);
            case '%' -> {
                double rest = a % b;
                yield rest != 0 && (rest < 0) != (b < 0) ? rest + b : rest;
            }
            default -> throw new IllegalArgumentException("no operator " + operator);
        };
    }

    private static double[] arithmetic(char operator, double[] a, double[] b) {
        double[] result = new double[a.length];
        for (int i = 0; i < result.length; i++) {
            result[i] = apply(operator, a[i], b[i]);
        }
        return result;
    }

    private static double[] negated(double[] a) {
        double[] result = new double[a.length];
        for (int i = 0; i < result.length; i++) {
            result[i] = -a[i];
        }
        return result;
    }

    /// A comparison with NaN is false, `!=` too.
    private static boolean[] comparison(String operator, double[] a, double[] b) {
        return switch (operator) {
            case "<" -> less(a, b);
            case "<=" -> atMost(a, b);
            case ">" -> less(b, a);
            case ">=" -> atMost(b, a);
            case "==" -> both(atMost(a, b), atMost(b, a));
            default -> either(less(a, b), less(b, a));
        };
    }

    private static boolean[] less(double[] a, double[] b) {
        boolean[] result = new boolean[a.length];
        for (int i = 0; i < result.length; i++) {
            result[i] = a[i] < b[i];
        }
        return result;
    }

    private static boolean[] atMost(double[] a, double[] b) {
        boolean[] result = new boolean[a.length];
        for (int i = 0; i < result.length; i++) {
            result[i] = a[i] <= b[i];
        }
        return result;
    }

    private static boolean[] both(boolean[] a, boolean[] b) {
        boolean[] result = new boolean[a.length];
        for (int i = 0; i < result.length; i++) {
            result[i] = a[i] && b[i];
        }
        return result;
    }

    private static boolean[] either(boolean[] a, boolean[] b) {
        boolean[] result = new boolean[a.length];
        for (int i = 0; i < result.length; i++) {
            result[i] = a[i] || b[i];
        }
        return result;
    }

    private static boolean[] not(boolean[] a) {
        boolean[] result = new boolean[a.length];
        for (int i = 0; i < result.length; i++) {
            result[i] = !a[i];
        }
        return result;
    }
}
