package io.github.parallelvalidation.backtest;

import io.github.parallelvalidation.data.Bars;

/// The bars of the window that have both a finite score and a forward return, in order; all L0 statistics are computed
/// over these.
final class Observations {
    private final long[] time;
    private final double[] score;
    private final double[] forward;
    private final byte[] direction;

    private Observations(int count) {
        time = new long[count];
        score = new double[count];
        forward = new double[count];
        direction = new byte[count];
    }

    /// The forward return of bar t is open[t+1+horizon] / open[t+1] - 1: a signal is known at the close of
    /// t and can be traded at the next open.
    static Observations of(Bars bars, int start, double[] score, SignalEvents events, int horizon) {
        double[] open = bars.open();
        int end = bars.length() - 1 - horizon;
        Observations all = new Observations(finite(score, start, end));
        int n = 0;
        for (int t = start; t < end; t++) {
            if (Double.isFinite(score[t])) {
                all.time[n] = bars.time()[t];
                all.score[n] = score[t];
                all.forward[n] = open[t + 1 + horizon] / open[t + 1] - 1;
                all.direction[n] = (byte) events.direction(t);
                n++;
            }
        }
        return all;
    }

    private static int finite(double[] score, int start, int end) {
        int count = 0;
        for (int t = start; t < end; t++) {
            count += Double.isFinite(score[t]) ? 1 : 0;
        }
        return count;
    }

    int count() {
        return time.length;
    }

    long time(int i) {
        return time[i];
    }

    double[] score() {
        return score;
    }

    double[] forward() {
        return forward;
    }

    /// +1 or -1 where a signal event is, else 0.
    int direction(int i) {
        return direction[i];
    }
}
