package io.github.parallelvalidation.backtest;

import java.util.Arrays;
import java.util.stream.IntStream;

/// The hit rate and information coefficient of a strategy at every circular shift of its score and events.
final class ShiftedScreens {
    /// Up to so many pairs are counted faster one by one than by a Fourier transform.
    private static final long FEW_PAIRS = 20_000_000;

    private final CircularCorrelation sums;
    private final double unit;
    private final int[] counted;

    private ShiftedScreens(CircularCorrelation sums, double unit, int[] counted) {
        this.sums = sums;
        this.unit = unit;
        this.counted = counted;
    }

    static ShiftedScreens of(Observations observations, Ranks score, Ranks forward) {
        int n = observations.count();
        double[] direction = new double[n];
        double[] outcome = new double[n];
        for (int i = 0; i < n; i++) {
            direction[i] = observations.directions()[i];
            outcome[i] = Math.signum(observations.forward()[i]);
        }
        CircularCorrelation sums =
                CircularCorrelation.of(score.standardised(), forward.standardised(), direction, outcome);
        return new ShiftedScreens(sums, score.scale(forward) / n, counted(direction, outcome));
    }

    /// The sum of products of ranks. Sums of whole numbers are whole: where the transform is exact enough, up to some
    /// 50,000 observations, rounding removes its error altogether; beyond, it changes nothing that matters.
    double product(int shift) {
        return Math.rint(sums.first(shift) * unit);
    }

    /// Events that land where the forward return is not 0.
    int counted(int shift) {
        return counted[shift];
    }

    int hits(int shift) {
        // Hits and misses add up to `counted`, and differ by `balance`.
        return (counted[shift] + (int) Math.rint(sums.second(shift))) / 2;
    }

    private static int[] counted(double[] direction, double[] outcome) {
        int n = direction.length;
        int[] events = placesOf(direction, true);
        int[] zeros = placesOf(outcome, false);
        int[] counted = new int[n];
        if ((long) events.length * zeros.length > FEW_PAIRS) {
            double[] none = new double[n];
            CircularCorrelation sums = CircularCorrelation.of(absolute(direction), absolute(outcome), none, none);
            Arrays.setAll(counted, shift -> (int) Math.rint(sums.first(shift)));
            return counted;
        }
        Arrays.fill(counted, events.length);
        for (int event : events) {
            for (int zero : zeros) {
                counted[zero >= event ? zero - event : zero - event + n]--;
            }
        }
        return counted;
    }

    private static int[] placesOf(double[] values, boolean notZero) {
        return IntStream.range(0, values.length)
                .filter(i -> values[i] != 0 == notZero)
                .toArray();
    }

    private static double[] absolute(double[] values) {
        double[] result = new double[values.length];
        for (int i = 0; i < result.length; i++) {
            result[i] = Math.abs(values[i]);
        }
        return result;
    }
}
