package io.github.parallelvalidation.data;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.OptionalLong;

/// Reads the time stamps of price files: ISO-8601 with or without offset (then UTC), or epoch seconds, milliseconds,
/// microseconds or nanoseconds, told apart by size. By hand, because parsing each with `java.time` would take longer
/// than everything else a worker does.
final class Timestamps {
    private static final long SECONDS_BELOW = 100_000_000_000L;
    private static final long MILLIS_BELOW = SECONDS_BELOW * 1000;
    private static final long MICROS_BELOW = MILLIS_BELOW * 1000;
    private static final long DAY = 86_400_000L;

    private int lastDate = -1;
    private long lastDay;

    /// Epoch milliseconds, or empty when the text is no time stamp.
    OptionalLong parse(String raw) {
        String text = raw.strip();
        if (text.isEmpty()) {
            return OptionalLong.empty();
        }
        try {
            return text.length() >= 10 && text.charAt(4) == '-'
                    ? OptionalLong.of(iso(text))
                    : OptionalLong.of(epoch(text));
        } catch (NumberFormatException | DateTimeException | StringIndexOutOfBoundsException notATime) {
            return OptionalLong.empty();
        }
    }

    private static long epoch(String text) {
        int point = text.indexOf('.');
        if (point >= 0) {
            double seconds = Double.parseDouble(text);
            return millis(Math.round(seconds), Math.round(seconds * 1000));
        }
        long value = Long.parseLong(text);
        return millis(value, value * 1000);
    }

    private static long millis(long value, long ifSeconds) {
        long size = Math.abs(value);
        if (size < SECONDS_BELOW) {
            return ifSeconds;
        }
        if (size < MILLIS_BELOW) {
            return value;
        }
        return size < MICROS_BELOW ? Math.floorDiv(value, 1000) : Math.floorDiv(value, 1_000_000);
    }

    private long iso(String text) {
        long day = day(digits(text, 0, 4), digits(text, 5, 7), digits(text, 8, 10), text);
        if (text.length() == 10) {
            return day;
        }
        char separator = text.charAt(10);
        if (separator != 'T' && separator != ' ' && separator != 't') {
            throw new NumberFormatException(text);
        }
        long time = digits(text, 11, 13) * 3_600_000L;
        require(text, 13, ':');
        time += digits(text, 14, 16) * 60_000L;
        int at = 16;
        if (at < text.length() && text.charAt(at) == ':') {
            time += digits(text, 17, 19) * 1000L;
            at = 19;
        }
        if (at < text.length() && (text.charAt(at) == '.' || text.charAt(at) == ',')) {
            int scale = 100;
            for (at++; at < text.length() && Character.isDigit(text.charAt(at)); at++) {
                time += (long) scale * (text.charAt(at) - '0');
                scale /= 10;
            }
        }
        if (time >= DAY) {
            throw new NumberFormatException(text);
        }
        return day + time - offset(text.substring(at).strip());
    }

    private static long offset(String zone) {
        if (zone.isEmpty() || zone.equalsIgnoreCase("Z") || zone.equalsIgnoreCase("UTC")) {
            return 0;
        }
        int sign = zone.charAt(0) == '-' ? -1 : 1;
        if (zone.charAt(0) != '+' && zone.charAt(0) != '-') {
            throw new NumberFormatException(zone);
        }
        String digits = zone.substring(1).replace(":", "");
        int hours = digits(digits, 0, 2);
        int minutes = digits.length() == 4 ? digits(digits, 2, 4) : 0;
        if (digits.length() != 2 && digits.length() != 4) {
            throw new NumberFormatException(zone);
        }
        return sign * (hours * 60L + minutes) * 60_000L;
    }

    /// Rows of one day follow each other: the calendar is asked once a day.
    private long day(int year, int month, int dayOfMonth, String text) {
        require(text, 4, '-');
        require(text, 7, '-');
        int date = (year * 100 + month) * 100 + dayOfMonth;
        if (date != lastDate) {
            lastDay = LocalDate.of(year, month, dayOfMonth).toEpochDay() * DAY;
            lastDate = date;
        }
        return lastDay;
    }

    private static void require(String text, int at, char expected) {
        if (text.charAt(at) != expected) {
            throw new NumberFormatException(text);
        }
    }

    private static int digits(String text, int from, int to) {
        int value = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                throw new NumberFormatException(text);
            }
            value = value * 10 + (c - '0');
        }
        return value;
    }
}
