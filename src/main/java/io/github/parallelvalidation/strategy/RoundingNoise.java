package io.github.parallelvalidation.strategy;

import io.github.parallelvalidation.number.Rounding;
import io.github.parallelvalidation.strategy.EvaluationPlan.Step;
import java.util.Arrays;

/// Disturbs every series of an evaluation by more than its rounding can have: what then changes as much as it varies
/// was rounding from the beginning. (Discrete stochastic arithmetic after Vignes 1993, with a coarser noise.)
///
/// What is exact stays: a close that is the highest of the last n closes is still it, an hour is a whole number.
///
/// @param probe tells one disturbance from the next
record RoundingNoise(int probe) {
    /// Relative, for each operation; a rounded operation is off by 1e-16.
    private static final double SIZE = Rounding.OF_ONE;

    /// A whole number that is no larger counts something, or was made of whole numbers: it was not rounded.
    private static final double LARGEST_COUNT = 1e12;

    private static final long STEP = 0x9E3779B97F4A7C15L;
    private static final double UNIT = 0x1.0p-63;

    /// @param number of the step
    /// @param result its series, which is changed where it is the step's own
    Object disturbed(Step step, int number, Object result) {
        switch (step.form()) {
            case NUMBERS -> {
                if (!step.exact()) {
                    disturb((double[]) result, number, 0);
                }
            }
            case OUTPUTS -> {
                double[][] outputs = step.exact() ? new double[0][] : (double[][]) result;
                for (int output = 0; output < outputs.length; output++) {
                    disturb(outputs[output], number, output);
                }
            }
            case SHARED -> {
                boolean isLeaf = step.inputs().isEmpty();
                if (isLeaf && result instanceof double[] series && series.length > 1) {
                    return disturbedLeaf(series.clone(), number);
                }
            }
            case TRUTHS -> {
                // They change where the numbers do that they compare.
            }
        }
        return result;
    }

    /// Each output of each step has a sequence of its own: shifted copies of one would cancel in differences.
    private void disturb(double[] series, int number, int output) {
        long state = mixed(mixed(mixed(probe + 1L) + number) + output);
        for (int i = 0; i < series.length; i++) {
            state += STEP;
            series[i] = disturbed(series[i], state);
        }
    }

    /// Prices and volumes that are equal stay equal, in whatever column they stand: that two bars close alike is no
    /// rounding. Where all are equal that would leave nothing to see of what a function makes of small differences.
    private double[] disturbedLeaf(double[] series, int number) {
        if (Arrays.stream(series).allMatch(value -> value == series[0])) {
            disturb(series, number, 0);
            return series;
        }
        long seed = mixed(probe + 1L);
        for (int i = 0; i < series.length; i++) {
            series[i] = disturbed(series[i], Double.doubleToRawLongBits(series[i]) + seed);
        }
        return series;
    }

    private static double disturbed(double value, long state) {
        if (value == Math.rint(value) && Math.abs(value) <= LARGEST_COUNT) {
            return value;
        }
        return value * (1 + SIZE * UNIT * mixed(state));
    }

    /// Stafford's thirteenth variant of the finaliser of MurmurHash3: every bit depends on every other.
    private static long mixed(long state) {
        long bits = state + STEP;
        bits = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
        bits = (bits ^ (bits >>> 27)) * 0x94D049BB133111EBL;
        return bits ^ (bits >>> 31);
    }
}
