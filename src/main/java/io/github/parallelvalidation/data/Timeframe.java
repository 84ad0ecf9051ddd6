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
    private static final long HOUR = 60 * MINUTE;

    /// From Honolulu (10:00 UTC) eastwards midnight comes later than in London, up to Auckland (11:00 UTC of the day
    /// before) sooner.
    private static final long EASTERN_MIDNIGHT = 10 * HOUR + HOUR / 2;

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

    /// The open time of the bar that a bar of another length belongs to. Days that begin at midnight somewhere else
    /// belong
    /// to the day that it is there.
    ///
    /// @param finer the length of that bar
    /// @param time its open time
    long barStart(Timeframe finer, long time) {
        return barStart(finer.isWholeDays() ? D1.barStart(time + D1.millis - EASTERN_MIDNIGHT) : time);
    }

    /// The earliest open of a bar of another length that belongs to the same bar as this one.
    long firstOpen(Timeframe finer, long time) {
        return barStart(finer, time) - (finer.isWholeDays() ? D1.millis - EASTERN_MIDNIGHT : 0);
    }

    /// Whether one bar follows the other without a gap.
    boolean isNext(long between) {
        return Math.abs(between - millis) <= slack();
    }

    /// By how much two opens may be nearer to each other, or farther apart, where a day or week begins at midnight of a
    /// place that puts its clocks forward and back; 0 for shorter bars.
    long slack() {
        return isWholeDays() ? HOUR : 0;
    }

    /// Whether so many milliseconds from one open to the next are too many.
    boolean isGap(long between) {
        return between > millis + slack();
    }

    /// How many bars are missing between two opens that are so far apart.
    long missing(long between) {
        return Math.max(0, between - slack() - 1) / millis;
    }

    private boolean isWholeDays() {
        return this == D1 || this == W1;
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
