package io.github.parallelvalidation.data;

/// Reads days: `2025-01-31`, `2025/01/31`, `2025.01.31`, `31.01.2025` and `20250131`. A day and month with
/// slashes behind them, `01/02/2025`, mean two things and are not read.
final class CalendarDay {
    private static final long DAY = 86_400_000L;
    private static final int SEPARATED = 10;
    private static final int COMPACT = 8;

    private CalendarDay() {}

    /// Midnight of the day a text begins with, in epoch milliseconds, or [TimestampText#NONE].
    static long parse(byte[] text, int from, int end) {
        return switch (length(text, from, end)) {
            case SEPARATED -> separated(text, from);
            case COMPACT -> midnight(number(text, from, 4), number(text, from + 4, 2), number(text, from + 6, 2));
            default -> TimestampText.NONE;
        };
    }

    /// How many characters the day takes.
    static int length(byte[] text, int from, int end) {
        int length = end - from;
        if (length >= SEPARATED && !TimestampText.isDigit(text[from + 4])) {
            return SEPARATED;
        }
        if (length >= SEPARATED && text[from + 2] == '.' && text[from + 5] == '.') {
            return SEPARATED;
        }
        // Eight digits alone, or with a time behind them; more digits are an epoch number.
        boolean isCompact =
                length == COMPACT || (length > COMPACT && (text[from + COMPACT] == ' ' || text[from + COMPACT] == 'T'));
        return isCompact ? COMPACT : 0;
    }

    private static long separated(byte[] text, int from) {
        byte separator = text[from + 4];
        if (separator == text[from + 7] && (separator == '-' || separator == '/' || separator == '.')) {
            return midnight(number(text, from, 4), number(text, from + 5, 2), number(text, from + 8, 2));
        }
        if (text[from + 2] == '.' && text[from + 5] == '.') {
            return midnight(number(text, from + 6, 4), number(text, from + 3, 2), number(text, from, 2));
        }
        return TimestampText.NONE;
    }

    private static int number(byte[] text, int from, int count) {
        int value = 0;
        for (int i = from; i < from + count; i++) {
            if (!TimestampText.isDigit(text[i])) {
                return -1;
            }
            value = value * 10 + (text[i] - '0');
        }
        return value;
    }

    private static long midnight(int year, int month, int day) {
        if (year < 0 || month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) {
            return TimestampText.NONE;
        }
        return epochDay(year, month, day) * DAY;
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
