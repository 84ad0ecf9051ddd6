package io.github.parallelvalidation.backtest;

import java.util.Arrays;
import java.util.stream.IntStream;

/// What the score and the events of a strategy would have measured at every circular shift of them.
final class ShiftedScreens {
    /// Up to so many pairs are counted faster one by one than by a Fourier transform.
    private static final long FEW_PAIRS = 20_000_000;

    private final double[] products;
    private final double unit;
    private final double[] balance;
    private final double[] counted;

    private ShiftedScreens(double[] products, double unit, double[] balance, double[] counted) {
        this.products = products;
        this.unit = unit;
        this.balance = balance;
        this.counted = counted;
    }

    static ShiftedScreens of(Observations observations, Ranks score, Ranks forward) {
        int n = observations.count();
        double[] direction = new double[n];
        double[] outcome = new double[n];
        for (int i = 0; i < n; i++) {
            direction[i] = observations.direction(i);
            outcome[i] = Math.signum(observations.forward()[i]);
        }
        double[][] sums = CircularCorrelation.of(score.standardised(), forward.standardised(), direction, outcome);
        double unit = score.scale(forward) / n;
        return new ShiftedScreens(sums[0], unit, sums[1], counted(direction, outcome));
    }

    /// The sum of products of ranks. Sums of whole numbers are whole: where the transform is exact enough, up to some
    /// 50,000 observations, rounding removes its error altogether; beyond, it changes nothing that matters.
    double product(int shift) {
        return Math.rint(products[shift] * unit);
    }

    /// Events that land where the forward return is not 0.
    long counted(int shift) {
        return Math.round(counted[shift]);
    }

    long hits(int shift) {
        // Hits and misses add up to `counted`, and differ by `balance`.
        return (counted(shift) + Math.round(balance[shift])) / 2;
    }

    private static double[] counted(double[] direction, double[] outcome) {
        int n = direction.length;
        int[] events = placesOf(direction, true);
        int[] zeros = placesOf(outcome, false);
        double[] counted = new double[n];
        if ((long) events.length * zeros.length > FEW_PAIRS) {
            return CircularCorrelation.of(absolute(direction), absolute(outcome), new double[n], new double[n])[0];
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
