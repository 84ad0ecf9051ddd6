package io.github.parallelvalidation.data;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The length of a bar.
public enum Timeframe {
    M1("1m", 1),
    M5("5m", 5),
    M15("15m", 15),
    M30("30m", 30),
    H1("1h", 60),
    H4("4h", 240),
    H8("8h", 480),
    H12("12h", 720),
    D1("1d", 1440),
    W1("1w", 10_080);

    /// Weeks begin on Monday; the epoch began on a Thursday.
    private static final long FIRST_MONDAY = Duration.ofDays(4).toMillis();

    private final String text;
    private final long millis;

    Timeframe(String text, long minutes) {
        this.text = text;
        this.millis = Duration.ofMinutes(minutes).toMillis();
    }

    /// `1h` and so on; `1M` would be a month and is none of them.
    public static Optional<Timeframe> parse(String text) {
        String known = text.endsWith("M") ? text : text.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(timeframe -> timeframe.text.equals(known))
                .findFirst();
    }

    public static List<String> texts() {
        return Arrays.stream(values()).map(Timeframe::toString).toList();
    }

    public long millis() {
        return millis;
    }

    /// Whether bars of this length can be built from bars of the other.
    public boolean isBuiltFrom(Timeframe finer) {
        return finer.millis < millis && millis % finer.millis == 0;
    }

    /// The open time of the bar that a moment belongs to, in epoch milliseconds.
    long floor(long epochMillis) {
        long origin = this == W1 ? FIRST_MONDAY : 0;
        return Math.floorDiv(epochMillis - origin, millis) * millis + origin;
    }

    @Override
    public String toString() {
        return text;
    }
}
