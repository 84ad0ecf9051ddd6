package io.github.parallelvalidation.strategy;

import io.github.parallelvalidation.data.Bars;
import io.github.parallelvalidation.strategy.Expression.Logical;
import io.github.parallelvalidation.strategy.Expression.Numeric;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The expressions of a strategy as a list of steps, each computing one series from earlier ones. Equal expressions
/// share one step, and a series is released after the last step that needs it.
final class EvaluationPlan {
    private static final int NO_SCORE = -1;

    /// Computes a series from others: `double[]`, `boolean[]`, or `double[][]` for a function with several outputs.
    private interface Operation {
        Object apply(Bars bars, Object[] inputs);
    }

    private record Step(Operation operation, List<Integer> inputs) {}

    private final List<Step> steps = new ArrayList<>();
    private final Map<List<Object>, Integer> known = new HashMap<>();
    private int score = NO_SCORE;

    /// From here on `score` stands for this step.
    void define(int step) {
        score = step;
    }

    /// A step whose series is there already.
    int given(Object series) {
        return step(List.of("given", known.size()), List.of(), (bars, inputs) -> series);
    }

    int direction(int longs, int shorts) {
        return step(
                List.of("direction", longs, shorts),
                List.of(longs, shorts),
                (bars, in) -> Elementwise.direction(truths(in[0]), truths(in[1])));
    }

    int add(Numeric expression) {
        return switch (expression) {
            case Expression.Constant(double value) ->
                step(List.of("constant", value), List.of(), (bars, in) -> new double[] {value});
            case Expression.Price(Column column) -> step(List.of(column), List.of(), (bars, in) -> column.of(bars));
            case Expression.Score ignored -> definedScore();
            case Expression.Negated(Numeric operand) -> {
                int of = add(operand);
                yield step(List.of("negated", of), List.of(of), (bars, in) -> Elementwise.negated(numbers(in[0])));
            }
            case Expression.Arithmetic(char operator, Numeric left, Numeric right) -> {
                int a = add(left);
                int b = add(right);
                yield step(
                        List.of(operator, a, b),
                        List.of(a, b),
                        (bars, in) -> Elementwise.arithmetic(operator, bars.length(), numbers(in[0]), numbers(in[1])));
            }
            case Expression.Applied applied -> add(applied);
        };
    }

    int add(Logical expression) {
        return switch (expression) {
            case Expression.Always(boolean value) ->
                step(List.of("always", value), List.of(), (bars, in) -> {
                    boolean[] all = new boolean[bars.length()];
                    Arrays.fill(all, value);
                    return all;
                });
            case Expression.Comparison(String operator, Numeric left, Numeric right) -> {
                int a = add(left);
                int b = add(right);
                yield step(
                        List.of(operator, a, b),
                        List.of(a, b),
                        (bars, in) -> Elementwise.comparison(operator, bars.length(), numbers(in[0]), numbers(in[1])));
            }
            case Expression.Both(Logical left, Logical right) -> {
                int a = add(left);
                int b = add(right);
                yield step(
                        List.of("&&", a, b),
                        List.of(a, b),
                        (bars, in) -> Elementwise.both(truths(in[0]), truths(in[1])));
            }
            case Expression.Either(Logical left, Logical right) -> {
                int a = add(left);
                int b = add(right);
                yield step(
                        List.of("||", a, b),
                        List.of(a, b),
                        (bars, in) -> Elementwise.either(truths(in[0]), truths(in[1])));
            }
            case Expression.Not(Logical operand) -> {
                int of = add(operand);
                yield step(List.of("!", of), List.of(of), (bars, in) -> Elementwise.not(truths(in[0])));
            }
        };
    }

    /// The call and the choice of its output are two steps, so that `macd` and `macd_signal` share the call.
    private int add(Expression.Applied applied) {
        Function function = applied.function();
        List<Integer> inputs = new ArrayList<>();
        applied.series().forEach(series -> inputs.add(add(series)));
        double[] constants = new double[applied.constants().size()];
        Arrays.setAll(constants, i -> applied.constants().get(i));
        List<Object> key = new ArrayList<>(List.of("call", function.kernel()));
        key.addAll(inputs);
        key.addAll(applied.constants());
        int call = step(key, inputs, (bars, in) -> {
            double[][] series = new double[in.length][];
            Arrays.setAll(series, i -> function.elementwise() ? numbers(in[i]) : whole(numbers(in[i]), bars.length()));
            return function.kernel().apply(bars, series, constants);
        });
        int output = function.output();
        return step(List.of("output", call, output), List.of(call), (bars, in) -> ((double[][]) in[0])[output]);
    }

    private int definedScore() {
        if (score == NO_SCORE) {
            throw new IllegalStateException("the score is used before it is known");
        }
        return score;
    }

    private int step(List<Object> key, List<Integer> inputs, Operation operation) {
        Integer same = known.get(key);
        if (same != null) {
            return same;
        }
        steps.add(new Step(operation, inputs));
        known.put(key, steps.size() - 1);
        return steps.size() - 1;
    }

    /// How many series are computed.
    int size() {
        return steps.size();
    }

    /// The series of these steps.
    Results run(Bars bars, List<Integer> wanted) {
        int[] lastUse = new int[steps.size()];
        for (int i = 0; i < lastUse.length; i++) {
            for (int input : steps.get(i).inputs()) {
                lastUse[input] = i;
            }
        }
        wanted.forEach(step -> lastUse[step] = Integer.MAX_VALUE);
        @Nullable Object[] held = new @Nullable Object[steps.size()];
        for (int i = 0; i < held.length; i++) {
            List<Integer> inputs = steps.get(i).inputs();
            Object[] in = new Object[inputs.size()];
            for (int k = 0; k < in.length; k++) {
                in[k] = Objects.requireNonNull(held[inputs.get(k)], "a series was given up too early");
            }
            held[i] = steps.get(i).operation().apply(bars, in);
            for (int input : inputs) {
                if (lastUse[input] == i) {
                    held[input] = null;
                }
            }
        }
        return new Results(bars.length(), held);
    }

    /// The series that an evaluation computed; they may be shared and must not be changed.
    static final class Results {
        private final int length;
        private final @Nullable Object[] held;

        private Results(int length, @Nullable Object[] held) {
            this.length = length;
            this.held = held;
        }

        double[] numbers(int step) {
            return whole(
                    EvaluationPlan.numbers(Objects.requireNonNull(held[step], "this series was not wanted")), length);
        }

        boolean[] truths(int step) {
            return EvaluationPlan.truths(Objects.requireNonNull(held[step], "this series was not wanted"));
        }
    }

    private static double[] numbers(Object series) {
        return (double[]) series;
    }

    private static boolean[] truths(Object series) {
        return (boolean[]) series;
    }

    /// A constant as a series.
    private static double[] whole(double[] series, int length) {
        if (series.length == length) {
            return series;
        }
        double[] filled = new double[length];
        Arrays.fill(filled, series[0]);
        return filled;
    }
}
