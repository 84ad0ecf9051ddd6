package io.github.parallelvalidation.data;

/// Reads the time of day: `12:30`, `12:30:15`, `12:30:15.123456`, or `09-AM` as CryptoDataDownload wrote it.
final class ClockTime {
    private static final long HOUR = 3_600_000;

    private ClockTime() {}

    /// Milliseconds since midnight, or -1.
    static long parse(TimestampText text) {
        int hour = text.digits(2);
        if (hour < 0 || hour > 23) {
            return -1;
        }
        if (text.skip('-')) {
            return halfDay(text, hour);
        }
        boolean colon = text.skip(':');
        int minute = text.digits(2);
        int second = text.skip(':') ? text.digits(2) : 0;
        if (!colon || minute < 0 || minute > 59 || second < 0 || second > 59) {
            return -1;
        }
        return hour * HOUR + (minute * 60L + second) * 1000 + fraction(text);
    }

    private static long halfDay(TimestampText text, int hour) {
        boolean afternoon = text.skip('P');
        boolean isRead = (afternoon || text.skip('A')) && text.skip('M');
        if (!isRead || hour < 1 || hour > 12) {
            return -1;
        }
        return (hour % 12 + (afternoon ? 12 : 0)) * HOUR;
    }

    private static int fraction(TimestampText text) {
        if (!text.skip('.')) {
            return 0;
        }
        int millis = 0;
        int unit = 100;
        for (int digit = text.digit(); digit >= 0; digit = text.digit()) {
            millis += digit * unit;
            unit /= 10;
        }
        return millis;
    }
}
