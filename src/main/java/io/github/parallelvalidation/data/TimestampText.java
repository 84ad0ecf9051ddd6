package io.github.parallelvalidation.data;

/// Reads timestamps from ASCII bytes; `Instant.parse` alone would take longer than all the rest of a
/// worker's reading.
///
/// Forms: `2025-01-31`, `2025-01-31T12:00`, with seconds and fraction, `T` or a space, `Z`, `UTC`, an offset or
/// nothing (UTC); the same with `/` or `.` between year, month and day, as `31.01.2025` or `20250131`; the
/// `2025-01-31 09-PM` of CryptoDataDownload; or an epoch number in seconds, milliseconds, microseconds or
/// nanoseconds, told apart by its size, for every row anew.
final class TimestampText {
    /// What [#parse] gives for a text that is no timestamp.
    static final long NONE = Long.MIN_VALUE;

    /// Seconds reach this in the year 5138, milliseconds reached it in 1973.
    private static final long MOST_SECONDS = 100_000_000_000L;

    private static final long MOST_MILLIS = MOST_SECONDS * 1000;
    private static final long MOST_MICROS = MOST_MILLIS * 1000;
    private static final int DAY_LENGTH = 10;

    private final byte[] knownDay = new byte[DAY_LENGTH];
    private long knownMidnight = NONE;

    private byte[] text = knownDay;
    private int end;
    private int at;

    /// Epoch milliseconds, or [#NONE].
    long parse(byte[] bytes, int from, int to) {
        text = bytes;
        at = from;
        end = to;
        while (at < end && text[at] == ' ') {
            at++;
        }
        while (end > at && text[end - 1] == ' ') {
            end--;
        }
        if (isKnownDay()) {
            at += DAY_LENGTH;
            return withTime(knownMidnight);
        }
        int start = at;
        long midnight = CalendarDay.parse(text, at, end);
        if (midnight == NONE) {
            return epoch(start);
        }
        at += CalendarDay.length(text, at, end);
        if (at - start == DAY_LENGTH) {
            System.arraycopy(text, start, knownDay, 0, DAY_LENGTH);
            knownMidnight = midnight;
        }
        return withTime(midnight);
    }

    /// Milliseconds of a clock time such as `12:30` or `12:30:00.5`, or [#NONE].
    long parseClock(byte[] bytes, int from, int to) {
        text = bytes;
        at = from;
        end = to;
        while (at < end && text[at] == ' ') {
            at++;
        }
        while (end > at && text[end - 1] == ' ') {
            end--;
        }
        long time = ClockTime.parse(this);
        return time < 0 || at != end ? NONE : time;
    }

    private boolean isKnownDay() {
        if (knownMidnight == NONE || end - at < DAY_LENGTH) {
            return false;
        }
        for (int i = DAY_LENGTH - 1; i >= 0; i--) {
            if (text[at + i] != knownDay[i]) {
                return false;
            }
        }
        return true;
    }

    private long withTime(long midnight) {
        if (at == end) {
            return midnight;
        }
        if (!skip('T') && !skip(' ') && !skip('t')) {
            return NONE;
        }
        long time = ClockTime.parse(this);
        long offset = time < 0 ? NONE : offset();
        return offset == NONE || at != end ? NONE : midnight + time - offset;
    }

    private long epoch(int start) {
        long whole = 0;
        int i = start;
        while (i < end && isDigit(text[i]) && i - start < 19) {
            whole = whole * 10 + (text[i++] - '0');
        }
        if (i == end && i > start && whole >= 0) {
            return ofEpoch(whole);
        }
        return ofEpoch(NumberText.parse(text, start, end, '.'));
    }

    /// Epoch milliseconds of a count of seconds, milliseconds, microseconds or nanoseconds since 1970.
    static long ofEpoch(long number) {
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

    /// The same of a count with a fraction.
    static long ofEpoch(double number) {
        if (!(number >= 0) || number >= Long.MAX_VALUE) {
            return NONE;
        }
        return number < MOST_SECONDS ? Math.round(number * 1000) : ofEpoch((long) number);
    }

    /// Milliseconds east of UTC, or [#NONE].
    private long offset() {
        if (at == end || skip('Z') || skip('z')) {
            return 0;
        }
        skip(' ');
        if (skip('Z')) {
            return 0;
        }
        if (skip('U')) {
            return skip('T') && skip('C') ? 0 : NONE;
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

    boolean skip(char c) {
        if (at < end && text[at] == c) {
            at++;
            return true;
        }
        return false;
    }

    /// So many digits as a number, or -1.
    int digits(int count) {
        if (at + count > end) {
            return -1;
        }
        int value = 0;
        for (int i = 0; i < count; i++) {
            byte c = text[at++];
            if (!isDigit(c)) {
                return -1;
            }
            value = value * 10 + (c - '0');
        }
        return value;
    }

    /// A digit, or -1 where there is none.
    int digit() {
        return at < end && isDigit(text[at]) ? text[at++] - '0' : -1;
    }

    static boolean isDigit(byte c) {
        return c >= '0' && c <= '9';
    }
}
