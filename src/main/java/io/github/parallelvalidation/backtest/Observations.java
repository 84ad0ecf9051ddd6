package io.github.parallelvalidation.backtest;

import io.github.parallelvalidation.data.Bars;
import io.github.parallelvalidation.number.Rounding;

/// The bars of the window that have both a finite score and a forward return, in order; all L0 statistics are computed
/// over these. Its arrays serve one market after another.
final class Observations {
    /// Prices, a quotient and a difference: what the rounding of a forward return comes from.
    private static final double FORWARD_ROUNDING = 4 * Rounding.OF_ONE;

    private final int start;
    private final int horizon;
    private final int[] bar;
    private final double[] score;
    private final double[] forward;
    private final byte[] direction;
    private long[] times = {};
    private int count;

    /// @param bars how many there are
    /// @param start index of the window's first bar
    Observations(int bars, int start, int horizon) {
        this.start = start;
        this.horizon = horizon;
        int most = Math.max(0, bars - 1 - horizon - start);
        bar = new int[most];
        score = new double[most];
        forward = new double[most];
        direction = new byte[most];
    }

    static Observations of(Bars bars, int start, double[] score, SignalEvents events, int horizon) {
        return new Observations(bars.length(), start, horizon).take(bars, score, events);
    }

    /// The forward return of bar t is open[t+1+horizon] / open[t+1] - 1: a signal is known at the close of
    /// t and can be traded at the next open.
    Observations take(Bars bars, double[] scores, SignalEvents events) {
        times = bars.time();
        count = 0;
        for (int t = start; t < start + bar.length; t++) {
            bar[count] = t;
            count += Math.abs(scores[t]) <= Double.MAX_VALUE ? 1 : 0;
        }
        double[] open = bars.open();
        byte[] directions = events.directions();
        for (int i = 0; i < count; i++) {
            int t = bar[i];
            score[i] = scores[t];
            forward[i] = open[t + 1 + horizon] / open[t + 1] - 1;
            direction[i] = directions[t];
        }
        return this;
    }

    int count() {
        return count;
    }

    /// How many there are where no score is missing.
    int most() {
        return bar.length;
    }

    int horizon() {
        return horizon;
    }

    long time(int i) {
        return times[bar[i]];
    }

    /// The first [#count] are valid.
    double[] score() {
        return score;
    }

    /// The first [#count] are valid.
    double[] forward() {
        return forward;
    }

    /// +1 or -1 where a signal event is, else 0; the first [#count] are valid.
    byte[] directions() {
        return direction;
    }

    /// Largest minus least score.
    double scoreSpread() {
        return spread(score);
    }

    /// Whether all forward returns are equal but for rounding.
    boolean forwardIsConstant() {
        double least = least(forward);
        double largest = largest(forward);
        return largest - least <= FORWARD_ROUNDING * Math.max(Math.abs(1 + least), Math.abs(1 + largest));
    }

    private double spread(double[] series) {
        return largest(series) - least(series);
    }

    private double least(double[] series) {
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < count; i++) {
            least = Math.min(least, series[i]);
        }
        return least;
    }

    private double largest(double[] series) {
        double largest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < count; i++) {
            largest = Math.max(largest, series[i]);
        }
        return largest;
    }
}
