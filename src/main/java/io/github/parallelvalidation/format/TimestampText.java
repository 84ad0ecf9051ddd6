package io.github.parallelvalidation.format;

/// Parses timestamps from ASCII bytes; `Instant.parse` alone would take longer than all the rest of a worker's reading.
///
/// Forms: a [CalendarDay], alone or with a [ClockTime] behind a `T` or a space, and behind that `Z`, `UTC`, `GMT`,
/// an offset, or nothing (UTC); the digits of `20250131`, `202501311200` or `20250131120000`; or the number of an
/// [EpochTime], for every row anew.
final class TimestampText {
    /// What [#parse] gives for a text that is no timestamp.
    static final long NONE = EpochTime.NONE;

    private static final int DAY_LENGTH = 10;
    private static final int COMPACT_DAY = 8;
    private static final int COMPACT_MINUTE = 12;
    private static final int COMPACT_SECOND = 14;

    private final DayOrder order;
    private final byte[] knownDay = new byte[DAY_LENGTH];
    private long knownMidnight = NONE;

    private byte[] text = knownDay;
    private int end;
    private int at;

    TimestampText() {
        this(DayOrder.UNKNOWN);
    }

    /// @param order of day and month where both are numbers before the year
    TimestampText(DayOrder order) {
        this.order = order;
    }

    /// Epoch milliseconds, or [#NONE].
    long parse(byte[] bytes, int from, int to) {
        start(bytes, from, to);
        if (isKnownDay()) {
            at += DAY_LENGTH;
            return withTime(knownMidnight);
        }
        int start = at;
        int digits = digitsAhead();
        if (digits > 0 && start + digits == end) {
            return ofDigits(digits);
        }
        long midnight = CalendarDay.parse(this, order);
        if (midnight == NONE) {
            return EpochTime.millis(NumberText.parse(text, start, end, '.'));
        }
        if (at - start == DAY_LENGTH) {
            System.arraycopy(text, start, knownDay, 0, DAY_LENGTH);
            knownMidnight = midnight;
        }
        return withTime(midnight);
    }

    private void start(byte[] bytes, int from, int to) {
        text = bytes;
        at = from;
        end = to;
        while (at < end && text[at] == ' ') {
            at++;
        }
        while (end > at && text[end - 1] == ' ') {
            end--;
        }
    }

    /// A text of digits alone.
    private long ofDigits(int count) {
        int start = at;
        if (count == COMPACT_DAY) {
            return CalendarDay.parse(this, order);
        }
        if (count == COMPACT_MINUTE || count == COMPACT_SECOND) {
            // As milliseconds these would be of 1976, or of the 26th century.
            long midnight = CalendarDay.midnight(digits(4), digits(2), digits(2));
            long time = midnight == NONE ? -1 : ClockTime.parse(this);
            if (time >= 0) {
                return midnight + time;
            }
            at = start;
        }
        long whole = 0;
        for (int i = start; i < end; i++) {
            whole = whole * 10 + (text[i] - '0');
        }
        // Nineteen digits that are too many for a long come out negative.
        return count <= 19 ? EpochTime.millis(whole) : NONE;
    }

    /// Milliseconds of a clock time such as `12:30` or `12:30:00.5`, or [#NONE].
    long parseClock(byte[] bytes, int from, int to) {
        start(bytes, from, to);
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
        if (!skip('T') && !skip(' ') && !skip('t') && !(skip(',') && skip(' '))) {
            return NONE;
        }
        long time = ClockTime.parse(this);
        long offset = time < 0 ? NONE : offset();
        return offset == NONE || at != end ? NONE : midnight + time - offset;
    }

    /// Milliseconds east of UTC, or [#NONE].
    private long offset() {
        if (at == end || skip('Z') || skip('z')) {
            return 0;
        }
        skip(' ');
        if (skip('Z') || ((skip("UTC") || skip("GMT")) && at == end)) {
            return 0;
        }
        boolean east = skip('+');
        if (!east && !skip('-')) {
            return NONE;
        }
        int hours = digits(2);
        skip(':');
        int minutes = at == end || peek() == ' ' ? 0 : digits(2);
        // As Go writes it: +0000 UTC.
        skip(" UTC");
        if (hours < 0 || hours > 18 || minutes < 0 || minutes > 59) {
            return NONE;
        }
        return (east ? 1 : -1) * (hours * 60L + minutes) * 60_000;
    }

    int at() {
        return at;
    }

    void backTo(int position) {
        at = position;
    }

    /// The next character, or 0 at the end.
    char peek() {
        return peek(0);
    }

    char peek(int ahead) {
        return at + ahead < end ? (char) text[at + ahead] : 0;
    }

    /// How many digits come next.
    int digitsAhead() {
        int i = at;
        while (i < end && isDigit(text[i])) {
            i++;
        }
        return i - at;
    }

    /// The letters that come next, in lower case.
    String letters() {
        StringBuilder letters = new StringBuilder();
        while (at < end && Character.isLetter(text[at])) {
            letters.append(Character.toLowerCase((char) text[at++]));
        }
        return letters.toString();
    }

    private boolean skip(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (at + i >= end || text[at + i] != word.charAt(i)) {
                return false;
            }
        }
        at += word.length();
        return true;
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
