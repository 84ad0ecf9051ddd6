package io.github.parallelvalidation.data;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Understands the fields of one row after another; both CSV readers use it.
final class CsvFields {
    private final Origin origin;
    private final char decimal;
    private final boolean hasClock;
    private final TimestampText timestamps = new TimestampText();

    private final double[] values = new double[Roles.VALUES];
    private long time;
    private long clock;

    CsvFields(Origin origin, CsvDialect dialect) {
        this.origin = origin;
        this.decimal = dialect.decimal();
        this.hasClock = dialect.column(Roles.CLOCK) >= 0;
    }

    /// A number that a reader has understood by itself.
    void value(int role, double value) {
        values[role] = value;
    }

    /// @throws DataException when the text is not what its column holds
    void take(int role, byte[] text, int from, int end, long line) {
        switch (role) {
            case Roles.OTHER -> {}
            case Roles.TIME -> {
                time = timestamps.parse(text, from, end);
                if (time == TimestampText.NONE) {
                    throw noTimestamp(role, text, from, end, line);
                }
            }
            case Roles.CLOCK -> {
                clock = timestamps.parseClock(text, from, end);
                if (clock == TimestampText.NONE) {
                    throw noTimestamp(role, text, from, end, line);
                }
            }
            default -> {
                values[role] = NumberText.parse(text, from, end, decimal);
                if (Double.isNaN(values[role])) {
                    throw noNumber(role, text(text, from, end), line);
                }
            }
        }
    }

    void emit(RowBlock block, long line) {
        block.add(hasClock ? time + clock : time, values, line);
    }

    DataException shortRow(int fields, int expected, long line) {
        return origin.invalid(
                line, Roles.OTHER, "the row has %d fields; the first row has %d".formatted(fields, expected));
    }

    /// @param from where the fields begin that no column is known for
    void checkExtra(byte[] text, int from, int end, int fields, int expected, char separator, long line) {
        for (int i = from; i < end; i++) {
            if (text[i] != separator && text[i] != ' ') {
                throw origin.invalid(
                        line,
                        Roles.OTHER,
                        "the row has %d fields; the first row has %d. A decimal comma is read only where fields are"
                                        .formatted(fields, expected)
                                + " separated by semicolons");
            }
        }
    }

    private DataException noTimestamp(int role, byte[] text, int from, int end, long line) {
        return origin.invalid(
                line,
                role,
                "'%s' is not a %s; write ISO-8601 such as 2025-01-31T12:00:00Z, or epoch s, ms or µs"
                        .formatted(text(text, from, end), Roles.name(role)));
    }

    private DataException noNumber(int role, String found, long line) {
        boolean isComma = decimal == '.' && found.indexOf(',') >= 0;
        return origin.invalid(
                line,
                role,
                "%s is '%s'; it must be a number%s"
                        .formatted(
                                Roles.name(role),
                                found,
                                isComma
                                        ? ". A decimal comma is read only where fields are separated by semicolons"
                                        : ""));
    }

    private static String text(byte[] text, int from, int end) {
        return new String(Arrays.copyOfRange(text, from, end), StandardCharsets.UTF_8);
    }
}
