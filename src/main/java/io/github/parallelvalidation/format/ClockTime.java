package io.github.parallelvalidation.format;

/// Parses times of day: `12:30`, `9:30:15`, `12:30:15.123456`, `123015`, `12`, and on a 12-hour clock `9:30 PM`,
/// `09:30:15 am` or `09-PM` as CryptoDataDownload wrote it.
final class ClockTime {
    private static final long HOUR = 3_600_000;
    private static final int MOST = 60;

    private ClockTime() {}

    /// Milliseconds since midnight, or -1.
    static long parse(TimestampText text) {
        return text.peek(2) == ':' ? plain(text) : other(text);
    }

    /// `12:30`, with or without seconds: nearly all there is, and therefore by itself.
    private static long plain(TimestampText text) {
        int hour = text.digits(2);
        text.skip(':');
        int minute = text.digits(2);
        int second = text.skip(':') ? text.digits(2) : 0;
        if (hour < 0 || minute < 0 || minute >= MOST || second < 0 || second >= MOST) {
            return -1;
        }
        int millis = text.skip('.') ? fraction(text) : 0;
        char next = text.peek();
        int whole = next == 0 || next == 'Z' || next == '+' ? hour : ofTwentyFour(text, hour);
        return whole < 0 || whole >= 24 ? -1 : whole * HOUR + (minute * 60L + second) * 1000 + millis;
    }

    /// `9:30`, `0930`, `093015` or `9`.
    private static long other(TimestampText text) {
        int digits = text.digitsAhead();
        boolean isCompact = digits == 4 || digits == 6;
        if (digits == 0 || (digits > 2 && !isCompact)) {
            return -1;
        }
        int hour = text.digits(isCompact ? 2 : digits);
        boolean hasMinute = isCompact || text.skip(':');
        int minute = hasMinute ? text.digits(2) : 0;
        boolean hasSecond = digits == 6 || (hasMinute && text.skip(':'));
        int second = hasSecond ? text.digits(2) : 0;
        int whole = ofTwentyFour(text, hour);
        return whole < 0 || minute < 0 || minute >= MOST || second < 0 || second >= MOST
                ? -1
                : whole * HOUR + (minute * 60L + second) * 1000;
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
        int millis = 0;
        int unit = 100;
        for (int digit = text.digit(); digit >= 0; digit = text.digit()) {
            millis += digit * unit;
            unit /= 10;
        }
        return millis;
    }
}
