package io.github.parallelvalidation.backtest;

import io.github.parallelvalidation.data.Bars;

/// The bars of the window that have both a finite score and a forward return, in order; all L0 statistics are computed
/// over these. Its arrays serve one market after another.
final class Observations {
    /// The bits of a number's exponent, and the last of them.
    private static final long EXPONENT = 0x7ff0_0000_0000_0000L;

    private static final long LEAST_EXPONENT = 0x0010_0000_0000_0000L;

    private final int start;
    private final int horizon;
    private final int[] bar;
    private final double[] score;
    private final double[] forward;
    private final byte[] direction;
    private long[] times = {};
    private boolean isWhole;
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
        double[] open = bars.open();
        for (int i = 0; i < forward.length; i++) {
            forward[i] = open[start + 1 + horizon + i] / open[start + 1 + i] - 1;
        }
        byte[] directions = events.directions();
        isWhole = areFinite(scores);
        if (isWhole) {
            count = forward.length;
            System.arraycopy(scores, start, score, 0, count);
            System.arraycopy(directions, start, direction, 0, count);
            return this;
        }
        count = 0;
        for (int i = 0; i < forward.length; i++) {
            int t = start + i;
            bar[count] = t;
            score[count] = scores[t];
            forward[count] = forward[i];
            direction[count] = directions[t];
            count += Math.abs(scores[t]) <= Double.MAX_VALUE ? 1 : 0;
        }
        return this;
    }

    /// Whether every bar that has a forward return has a score: the usual case, in which nothing is picked out.
    private boolean areFinite(double[] scores) {
        // The sign is set where all bits of an exponent were: of NaN and the infinities. A loop without branches.
        long signs = 0;
        for (int t = start; t < start + forward.length; t++) {
            signs |= (Double.doubleToRawLongBits(scores[t]) & EXPONENT) + LEAST_EXPONENT;
        }
        return signs >= 0;
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
        return times[isWhole ? start + i : bar[i]];
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
}
