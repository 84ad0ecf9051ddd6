package io.github.parallelvalidation.strategy;

import io.github.parallelvalidation.strategy.EvaluationPlan.Step;

/// Disturbs every series of an evaluation by more than its rounding can have: what then changes as much as it varies
/// was rounding from the beginning. (Discrete stochastic arithmetic after Vignes 1993, with a coarser noise.)
///
/// @param probe tells one disturbance from the next
record RoundingNoise(int probe) {
    /// Relative, for each operation; a rounded operation is off by 1e-16.
    private static final double SIZE = 1e-12;

    private static final long STEP = 0x9E3779B97F4A7C15L;
    private static final long MIX = 0xBF58476D1CE4E5B9L;
    private static final int SHIFT = 31;
    private static final double UNIT = 0x1.0p-63;

    /// @param number of the step
    /// @param result its series, which is changed where it is the step's own
    Object disturbed(Step step, int number, Object result) {
        switch (step.form()) {
            case NUMBERS -> disturb((double[]) result, number);
            case OUTPUTS -> {
                for (double[] series : (double[][]) result) {
                    disturb(series, number);
                }
            }
            case SHARED -> {
                boolean isLeaf = step.inputs().isEmpty();
                if (isLeaf && result instanceof double[] series && series.length > 1) {
                    double[] copy = series.clone();
                    disturb(copy, number);
                    return copy;
                }
            }
            case TRUTHS -> {
                // They change where the numbers do that they compare.
            }
        }
        return result;
    }

    private void disturb(double[] series, int number) {
        long state = STEP * (31L * number + probe + 1);
        for (int i = 0; i < series.length; i++) {
            state += STEP;
            long bits = state * MIX;
            bits = (bits ^ (bits >>> SHIFT)) * STEP;
            series[i] *= 1 + SIZE * UNIT * bits;
        }
    }

}
