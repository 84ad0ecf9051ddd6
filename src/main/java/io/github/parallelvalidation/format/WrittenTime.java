package io.github.parallelvalidation.format;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Parses timestamps as programs write them: ISO-8601 with `T` or a space, an offset, `Z` or nothing (UTC); a date
/// alone; or an epoch number in s, ms, µs or ns, told apart by its size.
public final class WrittenTime {
    private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d\\d)-(\\d\\d)"
            + "(?:[T ](\\d\\d):(\\d\\d)(?::(\\d\\d)(?:\\.(\\d{1,9}))?)?(Z|[+-]\\d\\d:?\\d\\d)?)?");
    private static final Pattern EPOCH = Pattern.compile("\\d{1,19}(\\.\\d+)?");

    private WrittenTime() {}

    /// Epoch milliseconds, or empty where the text is no timestamp.
    public static OptionalLong parse(String text) {
        String word = text.strip();
        if (EPOCH.matcher(word).matches()) {
            return epoch(word);
        }
        Matcher iso = ISO.matcher(word);
        return iso.matches() ? iso(iso) : OptionalLong.empty();
    }

    private static OptionalLong epoch(String word) {
        try {
            long millis = word.indexOf('.') < 0
                    ? EpochTime.millis(Long.parseLong(word))
                    : EpochTime.millis(Double.parseDouble(word));
            return millis == EpochTime.NONE ? OptionalLong.empty() : OptionalLong.of(millis);
        } catch (NumberFormatException beyondALong) {
            return OptionalLong.empty();
        }
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
