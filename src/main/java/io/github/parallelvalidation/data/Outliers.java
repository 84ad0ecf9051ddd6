package io.github.parallelvalidation.data;

import io.github.parallelvalidation.number.Median;

/// Closes that moved too far. A log return between two neighbouring bars (over a gap there is none) is an outlier
/// when it is more than a limit of robust standard deviations from the median. The robust standard deviation is
/// 1.4826 times the median distance from the median; bars that did not move at all are left out of both medians,
/// for in a quiet market they would make every move an outlier.
///
/// @param largest log return among the outliers, by size; 0 where there is none
/// @param largestTime of the bar that closed there
public record Outliers(int count, double largest, long largestTime) {
    /// From the median distance to the standard deviation of a normal distribution.
    private static final double NORMAL = 1.4826;

    private static final Outliers NONE = new Outliers(0, 0, 0);

    static Outliers of(Bars bars, double limit) {
        double[] close = bars.close();
        long[] time = bars.time();
        double[] moves = new double[close.length];
        int[] at = new int[close.length];
        int n = 0;
        for (int i = 1; i < close.length; i++) {
            if (close[i] != close[i - 1] && bars.timeframe().isNext(time[i] - time[i - 1])) {
                at[n] = i;
                moves[n++] = Math.log(close[i] / close[i - 1]);
            }
        }
        if (n < 2) {
            return NONE;
        }
        double median = Median.of(moves.clone(), n);
        double[] distances = new double[n];
        for (int i = 0; i < n; i++) {
            distances[i] = Math.abs(moves[i] - median);
        }
        double far = limit * NORMAL * Median.of(distances, n);
        int count = 0;
        int largest = -1;
        for (int i = 0; i < n && far > 0; i++) {
            if (Math.abs(moves[i] - median) > far) {
                count++;
                largest = largest < 0 || Math.abs(moves[i]) > Math.abs(moves[largest]) ? i : largest;
            }
        }
        return count == 0 ? NONE : new Outliers(count, moves[largest], time[at[largest]]);
    }
}
