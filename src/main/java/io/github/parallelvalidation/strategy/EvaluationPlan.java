package io.github.parallelvalidation.strategy;

import io.github.parallelvalidation.data.Bars;
import io.github.parallelvalidation.strategy.Expression.Logical;
import io.github.parallelvalidation.strategy.Expression.Numeric;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The expressions of a strategy as a list of steps, each computing one series from earlier ones. Equal expressions
/// share one step. An [Evaluator] carries it out.
final class EvaluationPlan {
    private static final int NO_SCORE = -1;

    /// The form of what a step gives.
    enum Form {
        /// An array that is there already: a constant (of length one), a column of the bars, one output of a call.
        SHARED,
        NUMBERS,
        TRUTHS,
        /// `double[][]`, for a function that may have several outputs.
        OUTPUTS
    }

    /// Computes a series from others: `double[]`, `boolean[]`, or `double[][]`.
    interface Operation {
        /// @param out the arrays to be filled; for [Form#SHARED] an empty one
        /// @return the result, which is `out` unless it is shared
        Object apply(Bars bars, Object[] inputs, Object out, Scratch scratch);
    }

    /// @param followsPrice whether it is another series where the prices are others
    /// @param outputs how many series an [Form#OUTPUTS] has
    /// @param exact whether nothing is rounded in it: it chooses among the values of its inputs, or counts
    record Step(
            Operation operation, List<Integer> inputs, Form form, boolean followsPrice, int outputs, boolean exact) {
        Step {
            inputs = List.copyOf(inputs);
        }
    }

    private final List<Step> steps = new ArrayList<>();
    private final Map<List<Object>, Integer> known = new HashMap<>();
    private int score = NO_SCORE;
    private boolean readsVolume;

    /// From here on `score` stands for this step.
    void define(int step) {
        score = step;
    }

    /// A step whose series is there already.
    int given(Object series) {
        return step(List.of("given", known.size()), List.of(), Form.SHARED, (bars, in, out, scratch) -> series);
    }

    int direction(int longs, int shorts) {
        return numbers(
                List.of("direction", longs, shorts),
                List.of(longs, shorts),
                (in, out) -> Elementwise.direction(truths(in[0]), truths(in[1]), out));
    }

    int add(Numeric expression) {
        return switch (expression) {
            case Expression.Constant(double value) -> {
                double[] constant = {value};
                yield step(List.of("constant", value), List.of(), Form.SHARED, (bars, in, out, scratch) -> constant);
            }
            case Expression.Price(Column column) -> {
                boolean isVolume = column == Column.VOLUME;
                readsVolume |= isVolume;
                yield put(
                        List.of(column),
                        new Step(
                                (bars, in, out, scratch) -> column.of(bars),
                                List.of(),
                                Form.SHARED,
                                !isVolume,
                                1,
                                true));
            }
            case Expression.Score ignored -> definedScore();
            case Expression.Negated(Numeric operand) -> negated(add(operand));
            case Expression.Arithmetic(char operator, Numeric left, Numeric right) -> {
                int a = add(left);
                int b = add(right);
                yield numbers(
                        List.of(operator, a, b),
                        List.of(a, b),
                        (in, out) -> Elementwise.arithmetic(operator, numbers(in[0]), numbers(in[1]), out));
            }
            case Expression.Applied applied -> add(applied);
        };
    }

    int add(Logical expression) {
        return switch (expression) {
            case Expression.Always(boolean value) ->
                truths(List.of("always", value), List.of(), (in, out) -> Arrays.fill(out, value));
            case Expression.Comparison(String operator, Numeric left, Numeric right) -> {
                int a = add(left);
                int b = add(right);
                yield truths(
                        List.of(operator, a, b),
                        List.of(a, b),
                        (in, out) -> Elementwise.comparison(operator, numbers(in[0]), numbers(in[1]), out));
            }
            case Expression.Both(Logical left, Logical right) -> {
                int a = add(left);
                int b = add(right);
                yield truths(
                        List.of("&&", a, b),
                        List.of(a, b),
                        (in, out) -> Elementwise.both(truths(in[0]), truths(in[1]), out));
            }
            case Expression.Either(Logical left, Logical right) -> {
                int a = add(left);
                int b = add(right);
                yield truths(
                        List.of("||", a, b),
                        List.of(a, b),
                        (in, out) -> Elementwise.either(truths(in[0]), truths(in[1]), out));
            }
            case Expression.Not(Logical operand) -> {
                int of = add(operand);
                yield truths(List.of("!", of), List.of(of), (in, out) -> Elementwise.not(truths(in[0]), out));
            }
        };
    }

    /// The call and the choice of its output are two steps, so that `macd` and `macd_signal` share the call.
    private int add(Expression.Applied applied) {
        Function function = applied.function();
        readsVolume |= function.kernel().readsVolume();
        List<Integer> inputs = new ArrayList<>();
        for (Numeric series : applied.series()) {
            int input = add(series);
            boolean isWindowed = !function.elementwise();
            inputs.add(isWindowed && series instanceof Expression.Constant ? whole(input) : input);
        }
        double[] constants = new double[applied.constants().size()];
        Arrays.setAll(constants, i -> applied.constants().get(i));
        List<Object> key = new ArrayList<>(List.of("call", function.kernel()));
        key.addAll(inputs);
        key.addAll(applied.constants());
        Operation call = (bars, in, out, scratch) -> {
            double[][] series = new double[in.length][];
            Arrays.setAll(series, i -> numbers(in[i]));
            function.kernel().apply(bars, series, constants, (double[][]) out, scratch);
            return out;
        };
        int called = put(
                key,
                new Step(
                        call,
                        inputs,
                        Form.OUTPUTS,
                        function.kernel().readsPrices() || followsPrice(inputs),
                        function.kernel().outputs(),
                        function.isExact()));
        int output = function.output();
        return step(
                List.of("output", called, output),
                List.of(called),
                Form.SHARED,
                (bars, in, out, scratch) -> ((double[][]) in[0])[output]);
    }

    /// A constant as a series: functions over a window need as many values as there are bars.
    private int whole(int constant) {
        return numbers(List.of("whole", constant), List.of(constant), (in, out) -> Arrays.fill(out, numbers(in[0])[0]));
    }

    private int negated(int operand) {
        Operation negate = (bars, in, out, scratch) -> {
            Elementwise.negated(numbers(in[0]), numbers(out));
            return out;
        };
        List<Integer> inputs = List.of(operand);
        return put(List.of("negated", operand), new Step(negate, inputs, Form.NUMBERS, followsPrice(inputs), 1, true));
    }

    private int definedScore() {
        if (score == NO_SCORE) {
            throw new IllegalStateException("the score is used before it is known");
        }
        return score;
    }

    private interface Fill<T> {
        void apply(Object[] inputs, T out);
    }

    private int numbers(List<Object> key, List<Integer> inputs, Fill<double[]> fill) {
        return step(key, inputs, Form.NUMBERS, (bars, in, out, scratch) -> {
            fill.apply(in, numbers(out));
            return out;
        });
    }

    private int truths(List<Object> key, List<Integer> inputs, Fill<boolean[]> fill) {
        return step(key, inputs, Form.TRUTHS, (bars, in, out, scratch) -> {
            fill.apply(in, truths(out));
            return out;
        });
    }

    private int step(List<Object> key, List<Integer> inputs, Form form, Operation operation) {
        return put(key, new Step(operation, inputs, form, followsPrice(inputs), 1, false));
    }

    private int put(List<Object> key, Step step) {
        Integer same = known.get(key);
        if (same != null) {
            return same;
        }
        steps.add(step);
        known.put(key, steps.size() - 1);
        return steps.size() - 1;
    }

    private boolean followsPrice(List<Integer> inputs) {
        return inputs.stream().anyMatch(input -> steps.get(input).followsPrice());
    }

    /// Whether any step needs the bars' volume.
    boolean readsVolume() {
        return readsVolume;
    }

    List<Step> steps() {
        return List.copyOf(steps);
    }

    static double[] numbers(Object series) {
        return (double[]) series;
    }

    static boolean[] truths(Object series) {
        return (boolean[]) series;
    }
}
