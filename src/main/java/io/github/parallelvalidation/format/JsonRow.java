package io.github.parallelvalidation.format;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/// Parses the values of one row after another of a JSON file.
final class JsonRow {
    private static final int FIELDS = ColumnRoles.VALUES + 1;

    private final Origin origin;
    private final JsonParser parser;
    private final TimestampText timestamps = new TimestampText();
    private final OneSymbol symbol;
    private final double[] values = new double[ColumnRoles.VALUES];
    private long time;
    private long clock;

    JsonRow(Origin origin, JsonParser parser) {
        this.origin = origin;
        this.parser = parser;
        this.symbol = new OneSymbol(origin);
    }

    /// Reads a list, whose beginning has been read.
    void read(long row) throws IOException {
        int fields = 0;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            int role = fields == 0 ? ColumnRoles.TIME : fields < FIELDS ? fields - 1 : ColumnRoles.OTHER;
            take(role, row);
            fields++;
        }
        if (fields < FIELDS) {
            throw origin.invalid(
                    row,
                    ColumnRoles.OTHER,
                    "the row has %d values; a row is [time, open, high, low, close, volume]".formatted(fields));
        }
    }

    /// Takes the value that the parser stands at.
    void take(int role, long row) throws IOException {
        if (parser.currentToken().isStructStart()) {
            throw origin.invalid(row, ColumnRoles.OTHER, "a value is itself a list; a value is a number");
        }
        if (role >= 0 && role < ColumnRoles.VALUES && parser.currentToken().isNumeric()) {
            values[role] = parser.getDoubleValue();
        } else {
            take(role, parser.getText(), row);
        }
    }

    /// Takes a value that is known as text.
    void take(int role, String written, long row) {
        byte[] text = written.getBytes(StandardCharsets.UTF_8);
        switch (role) {
            case ColumnRoles.OTHER -> {}
            case ColumnRoles.SYMBOL -> symbol.take(text, 0, text.length, row);
            case ColumnRoles.TIME -> time = known(timestamps.parse(text, 0, text.length), role, written, row);
            case ColumnRoles.CLOCK -> clock = known(timestamps.parseClock(text, 0, text.length), role, written, row);
            default -> {
                values[role] = NumberText.parse(text, 0, text.length, '.');
                if (Double.isNaN(values[role])) {
                    throw origin.invalid(
                            row, role, "%s is %s; it must be a number".formatted(ColumnRoles.name(role), written));
                }
            }
        }
    }

    private long known(long millis, int role, String written, long row) {
        if (millis == TimestampText.NONE) {
            throw origin.invalid(row, role, "'%s' is not a %s".formatted(written, ColumnRoles.name(role)));
        }
        return millis;
    }

    void emit(RowBlock block, long row) {
        block.add(time + clock, values, row);
    }
}
