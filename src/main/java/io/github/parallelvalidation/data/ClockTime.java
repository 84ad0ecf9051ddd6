package io.github.parallelvalidation.data;

/// Reads the time of day: `12:30`, `9:30:15`, `12:30:15.123456`, `123015`, `12`, and of twelve hours `9:30 PM`,
/// `09:30:15 am` or `09-PM` as CryptoDataDownload wrote it.
final class ClockTime {
    private static final long HOUR = 3_600_000;
    private static final int MOST = 60;

    private ClockTime() {}

    /// Milliseconds since midnight, or -1.
    static long parse(TimestampText text) {
        int digits = text.digitsAhead();
        if (digits == 0) {
            return -1;
        }
        boolean isCompact = digits == 4 || digits == 6;
        int hour = text.digits(isCompact ? 2 : Math.min(digits, 2));
        int minute = 0;
        int second = 0;
        if (isCompact || text.skip(':')) {
            minute = text.digits(2);
            second = (isCompact && digits == 6) || (!isCompact && text.skip(':')) ? text.digits(2) : 0;
        } else if (digits > 2) {
            return -1;
        }
        if (hour < 0 || minute < 0 || minute >= MOST || second < 0 || second >= MOST) {
            return -1;
        }
        long rest = (minute * 60L + second) * 1000 + fraction(text);
        int whole = ofTwentyFour(text, hour);
        return whole < 0 ? -1 : whole * HOUR + rest;
    }

    /// The hour of the day, or -1; takes an AM or PM behind it.
    private static int ofTwentyFour(TimestampText text, int hour) {
        int start = text.at();
        if (!text.skip(' ')) {
            text.skip('-');
        }
        boolean isAfternoon = text.skip('P') || text.skip('p');
        boolean isHalf = (isAfternoon || text.skip('A') || text.skip('a')) && (text.skip('M') || text.skip('m'));
        if (!isHalf) {
            text.backTo(start);
            return hour < 24 ? hour : -1;
        }
        return hour < 1 || hour > 12 ? -1 : hour % 12 + (isAfternoon ? 12 : 0);
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
