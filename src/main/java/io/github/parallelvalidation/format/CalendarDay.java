package io.github.parallelvalidation.format;

import java.time.Month;
import java.util.List;
import java.util.Locale;

/// Parses dates: `2025-01-31`, `2025/1/31`, `2025.01.31`, `20250131`, `31.01.2025`, `31-Jan-2025`, `31 January 2025`,
/// `Jan 31, 2025`, and with a known [DayOrder] also `31/01/2025`, `1/31/25` and the like.
final class CalendarDay {
    private static final long DAY = 86_400_000L;
    private static final int COMPACT = 8;
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final List<String> WEEKDAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");

    private CalendarDay() {}

    /// Midnight of the day that stands at the cursor, in epoch milliseconds, or [TimestampText#NONE].
    static long parse(TimestampText text, DayOrder order) {
        int digits = text.digitsAhead();
        return switch (digits) {
            case 0 -> named(text);
            case 1, 2 -> dayOrMonthFirst(text, digits, order);
            case 4 -> yearFirst(text);
            case COMPACT -> midnight(text.digits(4), text.digits(2), text.digits(2));
            default -> TimestampText.NONE;
        };
    }

    private static long yearFirst(TimestampText text) {
        int year = text.digits(4);
        char separator = text.peek();
        boolean isDay = (separator == '-' || separator == '/' || separator == '.') && text.skip(separator);
        int month = isDay ? shortNumber(text) : -1;
        return text.skip(separator) ? midnight(year, month, shortNumber(text)) : TimestampText.NONE;
    }

    private static long dayOrMonthFirst(TimestampText text, int digits, DayOrder order) {
        int first = text.digits(digits);
        char separator = text.peek();
        if ("-/. ".indexOf(separator) < 0) {
            return TimestampText.NONE;
        }
        text.skip(separator);
        if (text.digitsAhead() == 0) {
            int month = month(text);
            return text.skip(separator) ? midnight(year(text), month, first) : TimestampText.NONE;
        }
        int second = shortNumber(text);
        if (!text.skip(separator) || separator == ' ') {
            return TimestampText.NONE;
        }
        // 22-01-31 begins with the year as likely as with the day.
        int year = separator == '-' ? text.digits(4) : year(text);
        if (separator == '.') {
            return midnight(year, second, first);
        }
        return switch (order) {
            case UNKNOWN -> TimestampText.NONE;
            case DAY_FIRST -> midnight(year, second, first);
            case MONTH_FIRST -> midnight(year, first, second);
            case EITHER -> first == second ? midnight(year, first, second) : TimestampText.NONE;
        };
    }

    /// `Jan 31, 2025`; with or without the day of the week.
    private static long named(TimestampText text) {
        String word = text.letters();
        if (WEEKDAYS.contains(word)) {
            text.skip(',');
            text.skip(' ');
            if (text.digitsAhead() > 0) {
                return dayOrMonthFirst(text, text.digitsAhead(), DayOrder.UNKNOWN);
            }
            word = text.letters();
        }
        int month = month(word);
        if (month < 0 || !text.skip(' ')) {
            return TimestampText.NONE;
        }
        int day = shortNumber(text);
        boolean hasComma = text.skip(',');
        boolean hasSpace = text.skip(' ');
        return hasComma || hasSpace ? midnight(text.digits(4), month, day) : TimestampText.NONE;
    }

    private static int month(TimestampText text) {
        return month(text.letters());
    }

    private static int month(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        int month = lower.length() < 3 ? 0 : MONTHS.indexOf(lower.substring(0, 3)) + 1;
        boolean isWhole = month > 0
                && (lower.length() == 3
                        || lower.equals("sept")
                        || lower.equals(Month.of(month).toString().toLowerCase(Locale.ROOT)));
        return isWhole ? month : -1;
    }

    private static int shortNumber(TimestampText text) {
        int digits = text.digitsAhead();
        return digits == 1 || digits == 2 ? text.digits(digits) : -1;
    }

    /// Of two digits only in this century.
    private static int year(TimestampText text) {
        return switch (text.digitsAhead()) {
            case 2 -> 2000 + text.digits(2);
            case 4 -> text.digits(4);
            default -> -1;
        };
    }

    static long midnight(int year, int month, int day) {
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
