package io.github.parallelvalidation.backtest;

import io.github.parallelvalidation.data.Bars;
import java.util.Arrays;

/// The bars of the window with a finite score and a forward return, in order; all statistics are over these.
final class Observations {
    private final long[] time;
    private final double[] score;
    private final double[] forward;
    private final byte[] direction;

    private Observations(int capacity) {
        time = new long[capacity];
        score = new double[capacity];
        forward = new double[capacity];
        direction = new byte[capacity];
    }

    private Observations(Observations all, int length) {
        time = Arrays.copyOf(all.time, length);
        score = Arrays.copyOf(all.score, length);
        forward = Arrays.copyOf(all.forward, length);
        direction = Arrays.copyOf(all.direction, length);
    }

    /// The forward return of bar t is open[t+1+horizon] / open[t+1] - 1: a signal is known at the close of
    /// t and can be traded at the next open.
    static Observations of(Bars bars, int start, double[] score, Events events, int horizon) {
        double[] open = bars.open();
        int end = bars.length() - 1 - horizon;
        Observations all = new Observations(Math.max(0, end - start));
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
        return new Observations(all, n);
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
