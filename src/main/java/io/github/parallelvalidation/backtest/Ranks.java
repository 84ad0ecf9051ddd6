package io.github.parallelvalidation.backtest;

import java.util.Arrays;

/// Average ranks as whole numbers: twice the distance of a rank from the mean rank. They add up to 0, and
/// sums of their products are exact.
final class Ranks {
    private final int[] centered;
    private final long squares;

    private Ranks(int[] centered, long squares) {
        this.centered = centered;
        this.squares = squares;
    }

    static Ranks of(double[] values) {
        int n = values.length;
        double[] sorted = new double[n];
        for (int i = 0; i < n; i++) {
            // Adding 0 makes -0.0 and 0.0 one value for the sort as well.
            sorted[i] = values[i] + 0.0;
        }
        Arrays.sort(sorted);
        int[] centered = new int[n];
        long squares = 0;
        for (int i = 0; i < n; i++) {
            int first = firstNotBelow(sorted, values[i]);
            int last = first;
            while (last + 1 < n && last - first < 8 && sorted[last + 1] == values[i]) {
                last++;
            }
            if (last - first == 8) {
                last = firstAbove(sorted, values[i]) - 1;
            }
            // Ranks first + 1 to last + 1: twice their mean is first + last + 2; twice the mean of all is n + 1.
            centered[i] = first + last + 1 - n;
            squares += (long) centered[i] * centered[i];
        }
        return new Ranks(centered, squares);
    }

    private static int firstNotBelow(double[] sorted, double value) {
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

    private static int firstAbove(double[] sorted, double value) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] > value) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    int[] centered() {
        return centered;
    }

    /// Whether all values are one.
    boolean isConstant() {
        return squares == 0;
    }

    /// What a sum of products is divided by to become a correlation.
    double scale(Ranks other) {
        return Math.sqrt((double) squares * other.squares);
    }

    long product(Ranks other) {
        long sum = 0;
        for (int i = 0; i < centered.length; i++) {
            sum += (long) centered[i] * other.centered[i];
        }
        return sum;
    }

    /// Spearman's rank correlation; NaN where one side is constant.
    double correlation(Ranks other) {
        return isConstant() || other.isConstant() ? Double.NaN : product(other) / scale(other);
    }
}
