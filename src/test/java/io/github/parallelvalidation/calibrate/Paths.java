package io.github.parallelvalidation.calibrate;

import io.github.parallelvalidation.data.Bars;
import io.github.parallelvalidation.data.Timeframe;
import java.time.Instant;

/// Hourly bars of a simulated price.
final class Paths {
    private static final long START = Instant.parse("2024-01-01T00:00:00Z").toEpochMilli();
    private static final double FIRST_PRICE = 30_000;
    private static final double USUAL_VOLUME = 1_000;

    /// Moves within a bar, of which its high and low are seen.
    private static final int STEPS = 6;

    private final Draws draws;
    private final long[] time;
    private final double[] open;
    private final double[] high;
    private final double[] low;
    private final double[] close;
    private final double[] volume;
    private double price = FIRST_PRICE;
    private int length;

    Paths(Draws draws, int bars) {
        this.draws = draws;
        this.time = new long[bars];
        this.open = new double[bars];
        this.high = new double[bars];
        this.low = new double[bars];
        this.close = new double[bars];
        this.volume = new double[bars];
    }

    /// Hour of the day of the next bar.
    int hour() {
        return length % 24;
    }

    /// Adds a bar that opens where the last one closed.
    ///
    /// @param move its log return
    /// @param deviation of its moves, as the standard deviation of such a bar's log return
    void add(double move, double deviation) {
        double[] walk = new double[STEPS + 1];
        for (int step = 1; step <= STEPS; step++) {
            walk[step] = walk[step - 1] + deviation * draws.normal() / Math.sqrt(STEPS);
        }
        double most = Math.max(0, move);
        double least = Math.min(0, move);
        for (int step = 1; step < STEPS; step++) {
            // The walk is bent so that it ends where the bar closes.
            double at = walk[step] + (move - walk[STEPS]) * step / STEPS;
            most = Math.max(most, at);
            least = Math.min(least, at);
        }
        time[length] = START + length * Timeframe.H1.millis();
        open[length] = price;
        high[length] = price * Math.exp(most);
        low[length] = price * Math.exp(least);
        price *= Math.exp(move);
        close[length] = price;
        volume[length] = USUAL_VOLUME * Math.exp(0.5 * draws.normal()) * (1 + 100 * (deviation + Math.abs(move)));
        length++;
    }

    Bars bars() {
        return new Bars("BTCUSD", Timeframe.H1, "simulated", time, open, high, low, close, volume);
    }
}
