package io.github.parallelvalidation.backtest;

import java.util.Arrays;

/// Ranks as whole numbers, so that sums of their products are exact: twice the average rank, less its mean.
final class Ranks {
    private Ranks() {}

    /// `2·rank − (n + 1)` per value, ties averaged; they sum to 0.
    static long[] centred(double[] values) {
        int n = values.length;
        double[] sorted = values.clone();
        // +0.0 and −0.0 are one value, but sort and search would tell them apart.
        for (int i = 0; i < n; i++) {
            sorted[i] += 0.0;
        }
        Arrays.sort(sorted);
        long[] ranks = new long[n];
        for (int i = 0; i < n; i++) {
            double value = values[i] + 0.0;
            ranks[i] = (long) first(sorted, value) + last(sorted, value) + 2 - (n + 1);
        }
        return ranks;
    }

    private static int first(double[] sorted, double value) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static int last(double[] sorted, double value) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] <= value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low - 1;
    }

    static long sumOfSquares(long[] values) {
        long sum = 0;
        for (long value : values) {
            sum += value * value;
        }
        return sum;
    }

    static long sumOfProducts(long[] a, long[] b) {
        long sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
