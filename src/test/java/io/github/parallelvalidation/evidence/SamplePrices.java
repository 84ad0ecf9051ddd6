package io.github.parallelvalidation.evidence;

import io.github.parallelvalidation.data.Bars;
import io.github.parallelvalidation.data.Timeframe;
import java.time.Instant;
import java.util.Random;

/// Bars for pictures: a random walk of minutes from the beginning of 2023, always the same.
public final class SamplePrices {
    private static final long MINUTE = 60_000;

    private SamplePrices() {}

    /// Bars of a day each.
    public static PriceBars days(String symbol, String first, double... closes) {
        long[] time = new long[closes.length];
        double[] none = new double[closes.length];
        for (int i = 0; i < time.length; i++) {
            time[i] = Instant.parse(first + "T00:00:00Z").toEpochMilli() + i * 1440L * MINUTE;
        }
        return new PriceBars(new Bars(symbol, Timeframe.D1, "made", time, closes, closes, closes, closes, none), 0);
    }

    public static PriceBars minutes(int count) {
        long first = Instant.parse("2023-01-01T00:00:00Z").toEpochMilli();
        Random random = new Random(1);
        long[] time = new long[count];
        double[] open = new double[count];
        double[] high = new double[count];
        double[] low = new double[count];
        double[] close = new double[count];
        double[] volume = new double[count];
        double price = 100;
        for (int i = 0; i < count; i++) {
            time[i] = first + i * MINUTE;
            open[i] = price;
            price *= 1 + 0.001 * random.nextGaussian();
            close[i] = price;
            high[i] = 1.0005 * Math.max(open[i], price);
            low[i] = 0.9995 * Math.min(open[i], price);
            volume[i] = 1 + random.nextInt(100);
        }
        return new PriceBars(new Bars("TEST", Timeframe.M1, "made", time, open, high, low, close, volume), 0);
    }
}
