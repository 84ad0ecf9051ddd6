package io.github.parallelvalidation.data;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// The length of a bar. Bars start on multiples of it in UTC, weeks on Monday.
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
    W1("1w", 10080);

    private static final long MINUTE = 60_000;
    /// 1970-01-01 was a Thursday: the first Monday came four days later.
    private static final long FIRST_MONDAY = 4 * 1440 * MINUTE;

    private final String label;
    private final long millis;

    Timeframe(String label, long minutes) {
        this.label = label;
        this.millis = minutes * MINUTE;
    }

    /// `1m`, `1h` … in any case, except that `1M` is a month elsewhere and therefore not a minute here.
    public static Optional<Timeframe> parse(String text) {
        if (text.endsWith("M")) {
            return Optional.empty();
        }
        String lower = text.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(timeframe -> timeframe.label.equals(lower))
                .findFirst();
    }

    /// All labels, for messages.
    public static String labels() {
        return Arrays.stream(values()).map(Timeframe::label).collect(Collectors.joining(" "));
    }

    public String label() {
        return label;
    }

    public long millis() {
        return millis;
    }

    /// The open time of the bar that holds an instant, both in epoch milliseconds.
    long barStart(long time) {
        long origin = this == W1 ? FIRST_MONDAY : 0;
        return time - Math.floorMod(time - origin, millis);
    }

    /// Whether bars of this length can be built from bars of the other one.
    boolean isBuiltFrom(Timeframe finer) {
        return finer.millis < millis && millis % finer.millis == 0;
    }

    @Override
    public String toString() {
        return label;
    }
}
