package io.github.parallelvalidation;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;

/// A random walk in hourly bars as a CSV file, the same for the same seed.
public final class RandomBars {
    private static final long START = Instant.parse("2023-01-01T00:00:00Z").toEpochMilli();
    private static final long HOUR = Duration.ofHours(1).toMillis();
    private static final int MOST_VOLUME = 1_000;

    private RandomBars() {}

    /// @param size of a bar: the standard deviation of its log return
    /// @param ticks of the price in one unit: few make ties
    public static String csv(Random random, int bars, double size, int ticks) {
        StringBuilder text = new StringBuilder("timestamp,open,high,low,close,volume\n");
        double price = 100;
        for (int i = 0; i < bars; i++) {
            double next = Math.rint(price * Math.exp(size * random.nextGaussian()) * ticks) / ticks;
            text.append("%d,%s,%s,%s,%s,%d%n"
                    .formatted(
                            START + i * HOUR,
                            price,
                            Math.max(price, next) + 0.01,
                            Math.min(price, next) - 0.01,
                            next,
                            random.nextInt(MOST_VOLUME)));
            price = next;
        }
        return text.toString();
    }
}
