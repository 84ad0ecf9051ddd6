package io.github.parallelvalidation.backtest;

import java.util.Arrays;

/// The hit rate of the signal events moved in a circle by every shift.
final class ShiftedHits {
    /// Up to so many steps a plain loop is faster than the Fourier transform.
    private static final long LOOP_LIMIT = 60_000_000;

    private final long[] balance;
    private final long[] counted;

    private ShiftedHits(long[] balance, long[] counted) {
        this.balance = balance;
        this.counted = counted;
    }

    static ShiftedHits of(Observations observations) {
        int n = observations.count();
        int[] direction = new int[n];
        int[] outcome = new int[n];
        long events = 0;
        boolean anyZero = false;
        for (int i = 0; i < n; i++) {
            direction[i] = observations.direction(i);
            outcome[i] = (int) Math.signum(observations.forward()[i]);
            events += Math.abs(direction[i]);
            anyZero |= outcome[i] == 0;
        }
        return events * n <= LOOP_LIMIT ? byLoop(direction, outcome) : byTransform(direction, outcome, events, anyZero);
    }

    static ShiftedHits byLoop(int[] direction, int[] outcome) {
        int n = direction.length;
        long[] balance = new long[n];
        long[] counted = new long[n];
        for (int i = 0; i < n; i++) {
            if (direction[i] != 0) {
                for (int k = 0, j = i; k < n; k++, j = j + 1 == n ? 0 : j + 1) {
                    balance[k] += (long) direction[i] * outcome[j];
                    counted[k] += outcome[j] & 1;
                }
            }
        }
        return new ShiftedHits(balance, counted);
    }

    static ShiftedHits byTransform(int[] direction, int[] outcome, long events, boolean anyZero) {
        long[] balance = CircularCorrelation.of(direction, outcome);
        if (!anyZero) {
            return new ShiftedHits(balance, constant(events, balance.length));
        }
        return new ShiftedHits(balance, CircularCorrelation.of(absolute(direction), absolute(outcome)));
    }

    /// Events that land where the forward return is not 0.
    long counted(int shift) {
        return counted[shift];
    }

    long hits(int shift) {
        // Hits and misses add up to `counted`, and differ by `balance`.
        return (counted[shift] + balance[shift]) / 2;
    }

    private static long[] constant(long value, int length) {
        long[] result = new long[length];
        Arrays.fill(result, value);
        return result;
    }

    private static int[] absolute(int[] values) {
        int[] result = new int[values.length];
        for (int i = 0; i < result.length; i++) {
            result[i] = Math.abs(values[i]);
        }
        return result;
    }
}
