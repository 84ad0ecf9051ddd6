package io.github.parallelvalidation.backtest;

import java.util.Arrays;
/// Average ranks as whole numbers: twice the distance of a rank from the mean rank. They add up to 0, and
/// sums of their products are exact.

final class Ranks {
    private final SortOrder order;
    private final int[] centered;
    private final long squares;

    private Ranks(SortOrder order, int[] centered, long squares) {
        this.order = order;
        this.centered = centered;
        this.squares = squares;
    }

    /// @param values finite
    static Ranks of(double[] values) {
        return of(SortOrder.of(values));
    }

    private static Ranks of(SortOrder order) {
        long[] keys = order.keys();
        int[] places = order.places();
        int n = places.length;
        int[] centered = new int[n];
        long squares = 0;
        for (int first = 0; first < n; ) {
            int last = first;
            while (last + 1 < n && keys[last + 1] == keys[first]) {
                last++;
            }
            // Ranks first + 1 to last + 1: twice their mean is first + last + 2; twice the mean of all is n + 1.
            int value = first + last + 1 - n;
            for (int rank = first; rank <= last; rank++) {
                centered[places[rank]] = value;
            }
            squares += (long) value * value * (last - first + 1);
            first = last + 1;
        }
        return new Ranks(order, centered, squares);
    }

    /// The ranks within each of several stretches, without sorting again.
    ///
    /// @param bounds where the stretches begin, and where the last one ends
    Ranks[] split(int[] bounds) {
        return Arrays.stream(order.split(bounds)).map(Ranks::of).toArray(Ranks[]::new);
    }

    int[] centered() {
        return centered;
    }

    /// Scaled so that the mean of the squares is 1.
    double[] standardised() {
        double scale = Math.sqrt((double) squares / centered.length);
        double[] result = new double[centered.length];
        for (int i = 0; i < result.length; i++) {
            result[i] = centered[i] / scale;
        }
        return result;
    }

    /// Whether all values are equal.
    boolean isConstant() {
        return squares == 0;
    }

    /// What a sum of products is divided by to become a correlation.
    double scale(Ranks other) {
        return Math.sqrt((double) squares) * Math.sqrt((double) other.squares);
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
