package io.github.parallelvalidation.trace;

import de.siegmar.fastcsv.reader.CsvRecord;
import io.github.parallelvalidation.format.WrittenTime;
import io.github.parallelvalidation.workspace.Problem;
import io.github.parallelvalidation.workspace.ProblemException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// The cells of one line after the other, as what they must be. An empty cell, and one of a column that is not
/// there, is not known.
final class CsvRow {
    private static final int LONGEST = 40;
    private static final int DATE = "2023-01-31T".length();
    private static final int TIME = "2023-01-31T09:00:00Z".length();

    private final Path file;
    private final Map<String, Integer> positions;
    private @Nullable CsvRecord line;
    private Instant before = Instant.MIN;
    /// The day of the time that was read last, up to its T, and when it begins.
    private String day = "-";
    private long dayBegins;

    CsvRow(Path file, Map<String, Integer> positions) {
        this.file = file;
        this.positions = positions;
    }

    void take(CsvRecord next) {
        line = next;
        if (next.getFieldCount() != positions.size()) {
            throw new ProblemException(new Problem(
                    file,
                    (int) next.getStartingLineNumber(),
                    1,
                    "must have %d fields, found %d".formatted(positions.size(), next.getFieldCount()),
                    String.join(",", next.getFields())));
        }
    }

    private CsvRecord line() {
        return Objects.requireNonNull(line, "there is a line");
    }

    String text(String column) {
        Integer position = positions.get(column);
        return position == null ? "" : line().getField(position).strip();
    }

    Instant time(String column) {
        String text = text(column);
        if (text.length() == TIME && text.endsWith("Z") && text.startsWith(day)) {
            int seconds = secondOfDay(text);
            if (seconds >= 0) {
                return Instant.ofEpochMilli(dayBegins + seconds * 1000L);
            }
        }
        Instant iso = iso(text);
        if (iso != null) {
            day = text.substring(0, DATE);
            dayBegins = iso.toEpochMilli() - Math.floorMod(iso.toEpochMilli(), 86_400_000);
            return iso;
        }
        return Instant.ofEpochMilli(WrittenTime.parse(text)
                .orElseThrow(() -> wrong(column, "must be a time such as 2023-01-31T09:00:00Z")));
    }

    /// Of the usual form, in which there are thousands: `2023-01-31T09:00:00Z`; -1 where it is no time of a day.
    private static int secondOfDay(String text) {
        int hour = two(text, DATE);
        int minute = two(text, DATE + 3);
        int second = two(text, DATE + 6);
        boolean isTime = hour >= 0
                && hour < 24
                && minute >= 0
                && minute < 60
                && second >= 0
                && second < 60
                && text.charAt(DATE + 2) == ':'
                && text.charAt(DATE + 5) == ':';
        return isTime ? (hour * 60 + minute) * 60 + second : -1;
    }

    private static int two(String text, int place) {
        int tens = text.charAt(place) - '0';
        int ones = text.charAt(place + 1) - '0';
        return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : -1;
    }

    private static @Nullable Instant iso(String text) {
        try {
            return text.length() == TIME && text.endsWith("Z") ? Instant.parse(text) : null;
        } catch (DateTimeException anotherForm) {
            return null;
        }
    }

    /// A time that is later than that of the line before.
    Instant laterTime(String column) {
        Instant time = time(column);
        if (!time.isAfter(before)) {
            throw wrong(column, "must be later than the line before, %s".formatted(before));
        }
        before = time;
        return time;
    }

    Instant timeNotBefore(String column, String earlier) {
        Instant time = time(column);
        if (time.isBefore(time(earlier))) {
            throw wrong(column, "must not be before %s, %s".formatted(earlier, text(earlier)));
        }
        return time;
    }

    /// +1 or -1.
    int direction(String column) {
        return switch (text(column).toLowerCase(Locale.ROOT)) {
            case "1", "+1", "1.0", Directions.LONG -> 1;
            case "-1", "-1.0", Directions.SHORT -> -1;
            default -> throw wrong(column, "must be long or short, 1 or -1");
        };
    }

    OptionalDouble number(String column) {
        String text = text(column);
        if (text.isEmpty()) {
            return OptionalDouble.empty();
        }
        double value = parse(text);
        if (!Double.isFinite(value)) {
            throw wrong(column, "must be a finite number or empty");
        }
        return OptionalDouble.of(value);
    }

    /// Only what is a number everywhere, not Java's `1d` or `0x1p3`; NaN for all else.
    private static double parse(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean isOfANumber = (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '+' || c == 'e' || c == 'E';
            if (!isOfANumber) {
                return Double.NaN;
            }
        }
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException notANumber) {
            return Double.NaN;
        }
    }

    /// A number above 0.
    OptionalDouble price(String column) {
        OptionalDouble price = number(column);
        if (price.isPresent() && price.getAsDouble() <= 0) {
            throw wrong(column, "must be above 0 or empty");
        }
        return price;
    }

    /// A number not below 0.
    OptionalDouble amount(String column) {
        OptionalDouble amount = number(column);
        if (amount.isPresent() && amount.getAsDouble() < 0) {
            throw wrong(column, "must not be below 0");
        }
        return amount;
    }

    double needed(String column, OptionalDouble value) {
        return value.orElseThrow(() -> wrong(column, "must not be empty"));
    }

    /// A whole number not below 0.
    OptionalInt count(String column) {
        OptionalDouble value = amount(column);
        if (value.isEmpty()) {
            return OptionalInt.empty();
        }
        if (value.getAsDouble() != (int) value.getAsDouble()) {
            throw wrong(column, "must be a whole number or empty");
        }
        return OptionalInt.of((int) value.getAsDouble());
    }

    Optional<Boolean> truth(String column) {
        return switch (text(column).toLowerCase(Locale.ROOT)) {
            case "" -> Optional.empty();
            case "1", "1.0", "true" -> Optional.of(true);
            case "0", "0.0", "false" -> Optional.of(false);
            default -> throw wrong(column, "must be 1, 0 or empty");
        };
    }

    private ProblemException wrong(String column, String right) {
        String found = text(column);
        String shown = found.length() > LONGEST ? found.substring(0, LONGEST) + "…" : found;
        return new ProblemException(new Problem(
                file,
                (int) line().getStartingLineNumber(),
                place(column),
                "%s %s, found '%s'".formatted(column, right, shown),
                String.join(",", line().getFields())));
    }

    /// Where a cell begins in its line, from 1.
    private int place(String column) {
        int place = 1;
        for (int i = 0; i < positions.getOrDefault(column, 0); i++) {
            place += line().getField(i).length() + 1;
        }
        return place;
    }
}
