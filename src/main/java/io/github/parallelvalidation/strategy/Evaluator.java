package io.github.parallelvalidation.strategy;

import io.github.parallelvalidation.data.Bars;
import io.github.parallelvalidation.strategy.EvaluationPlan.Form;
import io.github.parallelvalidation.strategy.EvaluationPlan.Step;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Carries a plan out on bars, as often as wanted, in the same arrays each time. An array serves the next step after
/// the last one that needs it. What does not follow the price is computed once.
///
/// All bars it is given have the same length, times and volume: they are one market and its rebuilt forms.
final class Evaluator {
    private static final Object NOTHING = new Object();

    private final List<Step> steps;
    private final int length;
    private final Optional<RoundingNoise> noise;
    private final Object[] buffers;
    private final @Nullable Object[] results;
    private final Object[][] inputs;
    private final Scratch scratch = new Scratch();

    /// @param length of the bars
    /// @param wanted the steps whose series are asked for
    /// @param noise what every series is disturbed by, if it is to be
    Evaluator(EvaluationPlan plan, int length, List<Integer> wanted, Optional<RoundingNoise> noise) {
        this.steps = plan.steps();
        this.length = length;
        this.noise = noise;
        this.results = new @Nullable Object[steps.size()];
        this.inputs =
                steps.stream().map(step -> new Object[step.inputs().size()]).toArray(Object[][]::new);
        this.buffers = buffers(wanted);
    }

    /// An array for every step, shared by steps that never need theirs at the same time.
    private Object[] buffers(List<Integer> wanted) {
        int[] lastUse = lastUse(wanted);
        Deque<double[]> numbers = new ArrayDeque<>();
        Deque<boolean[]> truths = new ArrayDeque<>();
        Object[] assigned = new Object[steps.size()];
        for (int i = 0; i < assigned.length; i++) {
            // What is kept from run to run has an array that no earlier step writes to.
            boolean isKept = isKept(steps.get(i));
            assigned[i] =
                    buffer(steps.get(i), isKept ? new ArrayDeque<>() : numbers, isKept ? new ArrayDeque<>() : truths);
            for (int k = 0; k <= i; k++) {
                if (lastUse[k] == i) {
                    giveBack(assigned[k], numbers, truths);
                }
            }
        }
        return assigned;
    }

    private Object buffer(Step step, Deque<double[]> numbers, Deque<boolean[]> truths) {
        return switch (step.form()) {
            case SHARED -> NOTHING;
            case NUMBERS -> numbers.isEmpty() ? new double[length] : numbers.pop();
            case TRUTHS -> truths.isEmpty() ? new boolean[length] : truths.pop();
            case OUTPUTS -> {
                double[][] outputs = new double[step.outputs()][];
                Arrays.setAll(outputs, output -> numbers.isEmpty() ? new double[length] : numbers.pop());
                yield outputs;
            }
        };
    }

    private static void giveBack(Object buffer, Deque<double[]> numbers, Deque<boolean[]> truths) {
        switch (buffer) {
            case double[][] outputs -> numbers.addAll(Arrays.asList(outputs));
            case double[] series -> numbers.push(series);
            case boolean[] series -> truths.push(series);
            default -> {
                // A shared series belongs to somebody else.
            }
        }
    }

    /// The last step that needs the arrays of each; beyond all steps where they must be kept.
    private int[] lastUse(List<Integer> wanted) {
        int[] lastUse = new int[steps.size()];
        for (int i = 0; i < lastUse.length; i++) {
            lastUse[i] = isKept(steps.get(i)) ? Integer.MAX_VALUE : i;
        }
        wanted.forEach(step -> lastUse[step] = Integer.MAX_VALUE);
        // Backwards, so that whoever shares the arrays of another step prolongs their use by its own.
        for (int i = lastUse.length - 1; i >= 0; i--) {
            Step step = steps.get(i);
            for (int input : step.inputs()) {
                int use = step.form() == Form.SHARED ? lastUse[i] : i;
                lastUse[input] = Math.max(lastUse[input], use);
            }
        }
        return lastUse;
    }

    /// What does not follow the price is there for all markets; noise is another one each time.
    private boolean isKept(Step step) {
        return !step.followsPrice() && noise.isEmpty();
    }

    /// Computes all series; those of an earlier call are overwritten.
    void run(Bars bars) {
        run(bars, buffers.length - 1);
    }

    /// Computes the series of the first steps; those of an earlier call are overwritten.
    ///
    /// @param last the number of the last that is computed
    void run(Bars bars, int last) {
        for (int i = 0; i <= last; i++) {
            Step step = steps.get(i);
            if (results[i] != null && isKept(step)) {
                continue;
            }
            Object[] in = inputs[i];
            for (int k = 0; k < in.length; k++) {
                in[k] = result(step.inputs().get(k));
            }
            Object result = step.operation().apply(bars, in, buffers[i], scratch);
            int number = i;
            results[i] = noise.map(disturbing -> disturbing.disturbed(step, number, result))
                    .orElse(result);
        }
    }

    private Object result(int step) {
        return Objects.requireNonNull(results[step], "a step comes after those it needs");
    }

    /// The numbers of a wanted step, valid until the next run.
    double[] numbers(int step) {
        double[] series = EvaluationPlan.numbers(result(step));
        if (series.length == length) {
            return series;
        }
        double[] filled = new double[length];
        Arrays.fill(filled, series[0]);
        return filled;
    }

    boolean[] truths(int step) {
        return EvaluationPlan.truths(result(step));
    }

    /// How many arrays of numbers it works in.
    long arrays() {
        return Arrays.stream(buffers)
                .flatMap(buffer -> buffer instanceof double[][] outputs ? Arrays.stream(outputs) : Stream.of(buffer))
                .filter(double[].class::isInstance)
                .map(System::identityHashCode)
                .distinct()
                .count();
    }
}
