package io.github.parallelvalidation.backtest;

import io.github.parallelvalidation.data.Bars;
import io.github.parallelvalidation.strategy.Signals;
import java.util.Arrays;

/// The bars of the window that have a finite score and a forward return, in order.
///
/// A signal is known at the close of t and can be traded at the next open: the forward return is
/// `open[t+1+horizon] / open[t+1] − 1`.
///
/// @param time bar open times, epoch milliseconds
/// @param direction +1 where a long event is, −1 a short one, else 0
@SuppressWarnings("ArrayRecordComponent")
record Observations(long[] time, double[] score, double[] forward, int[] direction) {

    static Observations of(Signals signals, SignalEvents events, Window window, int horizon) {
        Bars bars = window.bars();
        int most = Math.max(0, window.size());
        long[] time = new long[most];
        double[] score = new double[most];
        double[] forward = new double[most];
        int[] direction = new int[most];
        int n = 0;
        // In long arithmetic: a horizon may be larger than the data.
        for (int t = window.start(); (long) t + 1 + horizon < bars.size(); t++) {
            if (Double.isFinite(signals.score()[t])) {
                time[n] = bars.time()[t];
                score[n] = signals.score()[t];
                forward[n] = bars.open()[t + 1 + horizon] / bars.open()[t + 1] - 1;
                direction[n] = events.direction()[t];
                n++;
            }
        }
        return new Observations(
                Arrays.copyOf(time, n),
                Arrays.copyOf(score, n),
                Arrays.copyOf(forward, n),
                Arrays.copyOf(direction, n));
    }

    int size() {
        return time.length;
    }
}
