package io.github.parallelvalidation.format;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Parses the fields of one row after another; shared by both CSV readers.
final class CsvFields {
    private final Origin origin;
    private final NumberStyle numbers;
    private final boolean hasClock;
    private final TimestampText timestamps;
    private final DayOrder days;
    private final OneSymbol symbol;

    private final double[] values = new double[ColumnRoles.VALUES];
    private long time;
    private long clock;

    CsvFields(Origin origin, CsvDialect dialect) {
        this.origin = origin;
        this.numbers = dialect.numbers();
        this.timestamps = new TimestampText(dialect.days());
        this.days = dialect.days();
        this.symbol = new OneSymbol(origin);
        this.hasClock = dialect.column(ColumnRoles.CLOCK) >= 0;
    }

    /// A number that a reader has understood by itself.
    void value(int role, double value) {
        values[role] = value;
    }

    /// @throws DataException when the text is not what its column holds
    void take(int role, byte[] text, int from, int end, long line) {
        switch (role) {
            case ColumnRoles.OTHER -> {}
            case ColumnRoles.SYMBOL -> symbol.take(text, from, end, line);
            case ColumnRoles.TIME -> {
                time = timestamps.parse(text, from, end);
                if (time == TimestampText.NONE) {
                    throw noTimestamp(role, text, from, end, line);
                }
            }
            case ColumnRoles.CLOCK -> {
                clock = timestamps.parseClock(text, from, end);
                if (clock == TimestampText.NONE) {
                    throw noTimestamp(role, text, from, end, line);
                }
            }
            default -> {
                double value = NumberText.parse(text, from, end, numbers.decimal());
                values[role] = Double.isNaN(value) ? written(role, text(text, from, end), line) : value;
            }
        }
    }

    void emit(RowBlock block, long line) {
        block.add(hasClock ? time + clock : time, values, line);
    }

    DataException shortRow(int fields, int expected, long line) {
        return origin.invalid(
                line, ColumnRoles.OTHER, "the row has %d fields; the first row has %d".formatted(fields, expected));
    }

    /// @param from where the fields begin that no column is known for
    void checkExtra(byte[] text, int from, int end, int fields, int expected, char separator, long line) {
        for (int i = from; i < end; i++) {
            if (text[i] != separator && text[i] != ' ') {
                throw origin.invalid(
                        line,
                        ColumnRoles.OTHER,
                        "the row has %d fields; the first row has %d. A decimal comma is read only where fields are"
                                        .formatted(fields, expected)
                                + " separated by semicolons");
            }
        }
    }

    private double written(int role, String found, long line) {
        double value = numbers.parse(found, role == ColumnRoles.VOLUME);
        if (Double.isNaN(value)) {
            throw origin.invalid(
                    line,
                    role,
                    "%s is '%s'; it must be a number%s".formatted(ColumnRoles.name(role), found, hint(found)));
        }
        return value;
    }

    private static String hint(String found) {
        if (found.isBlank() || found.equalsIgnoreCase("nan") || found.equalsIgnoreCase("null")) {
            return ". A bar that is not there is left out: it counts as a gap";
        }
        return found.indexOf(',') < 0
                ? ""
                : ". Whether its comma is a decimal one or stands between thousands is told from the first rows,"
                        + " and must be the same in all";
    }

    private DataException noTimestamp(int role, byte[] text, int from, int end, long line) {
        String found = text(text, from, end);
        boolean isOpen = days == DayOrder.UNKNOWN && DayOrder.isAsked(found);
        return origin.invalid(
                line,
                role,
                isOpen
                        ? "'%s' may mean two days, and no row of the file has a day after the 12th to tell which; write 2025-01-31"
                                .formatted(found)
                        : "'%s' is not a %s; write ISO-8601 such as 2025-01-31T12:00:00Z, or epoch s, ms or µs"
                                .formatted(found, ColumnRoles.name(role)));
    }

    static String text(byte[] text, int from, int end) {
        return new String(Arrays.copyOfRange(text, from, end), StandardCharsets.UTF_8);
    }
}
