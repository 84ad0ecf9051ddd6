package io.github.parallelvalidation.worker;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Timestamps as programs write them: ISO-8601 with `T` or a space, an offset, `Z` or nothing (UTC); a date alone; or
/// an epoch number in s, ms, µs or ns, told apart by its size.
final class SignalTime {
    private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d\\d)-(\\d\\d)"
            + "(?:[T ](\\d\\d):(\\d\\d)(?::(\\d\\d)(?:\\.(\\d{1,9}))?)?(Z|[+-]\\d\\d:?\\d\\d)?)?");
    private static final Pattern EPOCH = Pattern.compile("\\d{1,18}(\\.\\d+)?|\\d{19}");

    /// Seconds reach this in the year 5138; milliseconds reached it in 1973.
    private static final double MOST_SECONDS = 1e11;

    private SignalTime() {}

    /// Epoch milliseconds, or empty where the text is no timestamp.
    static OptionalLong parse(String text) {
        String word = text.strip();
        if (EPOCH.matcher(word).matches()) {
            return OptionalLong.of(epoch(word));
        }
        Matcher iso = ISO.matcher(word);
        return iso.matches() ? iso(iso) : OptionalLong.empty();
    }

    private static long epoch(String word) {
        double number = Double.parseDouble(word);
        if (number < MOST_SECONDS) {
            return Math.round(number * 1000);
        }
        long whole = (long) number;
        if (word.indexOf('.') < 0) {
            whole = Long.parseLong(word);
        }
        return number < MOST_SECONDS * 1e3
                ? whole
                : number < MOST_SECONDS * 1e6 ? Math.floorDiv(whole, 1_000L) : Math.floorDiv(whole, 1_000_000L);
    }

    private static OptionalLong iso(Matcher iso) {
        try {
            LocalDateTime time = LocalDateTime.of(
                    number(iso, 1), number(iso, 2), number(iso, 3), number(iso, 4), number(iso, 5), number(iso, 6));
            String fraction = iso.group(7) == null ? "" : iso.group(7);
            long millis = fraction.isEmpty() ? 0 : Long.parseLong((fraction + "00").substring(0, 3));
            String offset = iso.group(8) == null ? "Z" : iso.group(8);
            return OptionalLong.of(time.toEpochSecond(ZoneOffset.of(offset)) * 1000 + millis);
        } catch (DateTimeException notInTheCalendar) {
            return OptionalLong.empty();
        }
    }

    private static int number(Matcher iso, int group) {
        String digits = iso.group(group);
        return digits == null ? 0 : Integer.parseInt(digits);
    }
}
