package io.github.parallelvalidation.data;

/// Reads timestamps from characters; `Instant.parse` alone would take longer than all the rest of a
/// worker's reading.
///
/// Forms: `2025-01-31`, `2025-01-31T12:00`, with seconds and fraction, `T` or a space, `Z`, an offset or
/// nothing (UTC); or an epoch number in seconds, milliseconds or microseconds, told apart by its size.
final class TimestampText {
    /// What [#parse] gives for a text that is no timestamp.
    static final long NONE = Long.MIN_VALUE;

    /// Seconds reach this in the year 5138, milliseconds reached it in 1973.
    private static final double MOST_SECONDS = 1e11;

    private static final double MOST_MILLIS = 1e14;
    private static final double MOST_MICROS = 1e17;

    private final char[] text;
    private final int end;
    private int at;

    private TimestampText(char[] text, int from, int end) {
        this.text = text;
        this.at = from;
        this.end = end;
    }

    /// Epoch milliseconds, or [#NONE].
    static long parse(char[] text, int from, int length) {
        int end = from + length;
        int start = from;
        while (start < end && text[start] == ' ') {
            start++;
        }
        while (end > start && text[end - 1] == ' ') {
            end--;
        }
        boolean isDate = end - start >= 10 && text[start + 4] == '-';
        return isDate ? new TimestampText(text, start, end).date() : epoch(text, start, end - start);
    }

    private static long epoch(char[] text, int from, int length) {
        double number = NumberText.parse(text, from, length);
        if (!(number >= 0) || number >= MOST_MICROS) {
            return NONE;
        }
        if (number < MOST_SECONDS) {
            return Math.round(number * 1000);
        }
        return number < MOST_MILLIS ? (long) number : Math.floorDiv((long) number, 1000L);
    }

    private long date() {
        int year = digits(4);
        boolean dashes = skip('-');
        int month = digits(2);
        dashes &= skip('-');
        int day = digits(2);
        if (!dashes || year < 0 || month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) {
            return NONE;
        }
        long midnight = epochDay(year, month, day) * 86_400_000L;
        if (at == end) {
            return midnight;
        }
        if (!skip('T') && !skip(' ')) {
            return NONE;
        }
        long time = timeOfDay();
        long offset = time < 0 ? NONE : offset();
        return offset == NONE || at != end ? NONE : midnight + time - offset;
    }

    private long timeOfDay() {
        int hour = digits(2);
        boolean colon = skip(':');
        int minute = digits(2);
        int second = skip(':') ? digits(2) : 0;
        if (!colon || hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59) {
            return -1;
        }
        return ((hour * 60L + minute) * 60 + second) * 1000 + fraction();
    }

    private int fraction() {
        if (!skip('.')) {
            return 0;
        }
        int millis = 0;
        int unit = 100;
        while (at < end && isDigit(text[at])) {
            millis += (text[at++] - '0') * unit;
            unit /= 10;
        }
        return millis;
    }

    /// Milliseconds east of UTC, or [#NONE].
    private long offset() {
        if (at == end || skip('Z')) {
            return 0;
        }
        boolean east = skip('+');
        if (!east && !skip('-')) {
            return NONE;
        }
        int hours = digits(2);
        skip(':');
        int minutes = at == end ? 0 : digits(2);
        if (hours < 0 || hours > 18 || minutes < 0 || minutes > 59) {
            return NONE;
        }
        return (east ? 1 : -1) * (hours * 60L + minutes) * 60_000;
    }

    private boolean skip(char c) {
        if (at < end && text[at] == c) {
            at++;
            return true;
        }
        return false;
    }

    private int digits(int count) {
        if (at + count > end) {
            return -1;
        }
        int value = 0;
        for (int i = 0; i < count; i++) {
            char c = text[at++];
            if (!isDigit(c)) {
                return -1;
            }
            value = value * 10 + (c - '0');
        }
        return value;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static int daysIn(int year, int month) {
        return switch (month) {
            case 2 -> year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
            case 4, 6, 9, 11 -> 30;
            default -> 31;
        };
    }

    /// Days since 1970-01-01 in the Gregorian calendar, counted in years that begin in March.
    private static long epochDay(int year, int month, int day) {
        int y = month <= 2 ? year - 1 : year;
        int era = Math.floorDiv(y, 400);
        int yearOfEra = y - era * 400;
        int dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
        int dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
        return era * 146_097L + dayOfEra - 719_468;
    }
}
