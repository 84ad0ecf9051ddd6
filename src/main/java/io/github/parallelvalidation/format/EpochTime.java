package io.github.parallelvalidation.format;

/// Interprets a bare number as time since 1970; whether it counts seconds, milliseconds, microseconds or nanoseconds is
/// told by its size.
public final class EpochTime {
    /// What is no time.
    public static final long NONE = Long.MIN_VALUE;

    /// Seconds reach this in the year 5138, milliseconds reached it in 1973.
    private static final long MOST_SECONDS = 100_000_000_000L;

    private static final long MOST_MILLIS = MOST_SECONDS * 1000;
    private static final long MOST_MICROS = MOST_MILLIS * 1000;

    private EpochTime() {}

    /// Epoch milliseconds, or [#NONE].
    public static long millis(long number) {
        if (number < 0) {
            return NONE;
        }
        if (number < MOST_SECONDS) {
            return number * 1000;
        }
        if (number < MOST_MILLIS) {
            return number;
        }
        return number / (number < MOST_MICROS ? 1000L : 1_000_000L);
    }

    /// The same of a number with a fraction.
    public static long millis(double number) {
        if (!(number >= 0) || number >= Long.MAX_VALUE) {
            return NONE;
        }
        return number < MOST_SECONDS ? Math.round(number * 1000) : millis((long) number);
    }
}
