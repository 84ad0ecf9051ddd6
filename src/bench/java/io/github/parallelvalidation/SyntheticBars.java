package io.github.parallelvalidation;

import io.github.parallelvalidation.data.Bars;
import io.github.parallelvalidation.data.Timeframe;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Random;

/// A random walk in one-minute bars with prices in cents, the same on every machine.
public final class SyntheticBars {
    /// Bars of 182.5 days.
    public static final int SIX_MONTHS = 262_800;

    /// Bars before the window.
    public static final int WARMUP = 1_000;

    public static final String STRATEGY = """
        version: 1
        asset: BENCH
        timeframe: 1m
        signal:
          score: "-zscore(close, lookback)"
          long: "score > entry_z"
          short: "score < -entry_z"
          horizon: 12
        entry: {lookback: 48, entry_z: 1.5}
        exit: {hold_bars: 24}
        """;

    private static final long START = Instant.parse("2025-01-01T00:00:00Z").toEpochMilli();

    private SyntheticBars() {}

    public static Bars minutes(int count) {
        Random random = new Random(42);
        long[] time = new long[count];
        double[][] columns = new double[5][count];
        double price = 60_000;
        for (int i = 0; i < count; i++) {
            double open = cents(price);
            price *= 1 + 0.0006 * random.nextGaussian();
            double close = cents(price);
            time[i] = START + i * Timeframe.M1.millis();
            columns[0][i] = open;
            columns[1][i] = cents(Math.max(open, close) * (1 + 0.0003 * random.nextDouble()) + 0.005);
            columns[2][i] = cents(Math.min(open, close) * (1 - 0.0003 * random.nextDouble()) - 0.005);
            columns[3][i] = close;
            columns[4][i] = Math.rint(1e5 * random.nextDouble()) / 1e3;
        }
        return new Bars(
                "BENCH", Timeframe.M1, "synthetic", time, columns[0], columns[1], columns[2], columns[3], columns[4]);
    }

    private static double cents(double price) {
        return Math.rint(100 * price) / 100;
    }

    /// The bars as a CSV file with ISO timestamps.
    static void write(Bars bars, Path file) throws IOException {
        try (Writer out = Files.newBufferedWriter(file)) {
            out.write("timestamp,open,high,low,close,volume\n");
            for (int i = 0; i < bars.length(); i++) {
                out.write("%s,%.2f,%.2f,%.2f,%.2f,%.3f%n"
                        .formatted(
                                Instant.ofEpochMilli(bars.time()[i]),
                                bars.open()[i],
                                bars.high()[i],
                                bars.low()[i],
                                bars.close()[i],
                                bars.volume()[i]));
            }
        }
    }
}
