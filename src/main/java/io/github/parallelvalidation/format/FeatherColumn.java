package io.github.parallelvalidation.format;

import io.github.parallelvalidation.format.arrow.ArrowColumn;
import io.github.parallelvalidation.format.arrow.ArrowType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/// One column of a Feather file as times or numbers, whatever its type.
///
/// @param column of the batch that is being read
record FeatherColumn(Origin origin, ArrowColumn column, int role, OneSymbol symbol, TimestampText timestamps) {

    /// @param index among the rows read last
    void copy(int index, RowBlock block, int to, long row) throws IOException {
        if (role == ColumnRoles.SYMBOL) {
            byte[] text = shown(column, index).getBytes(StandardCharsets.UTF_8);
            symbol.take(text, 0, text.length, row);
        } else if (column.isNull(index)) {
            throw origin.invalid(row, role, ColumnRoles.name(role) + " is empty; every bar has one");
        } else if (role == ColumnRoles.TIME) {
            block.time[to] = time(index);
            if (block.time[to] == TimestampText.NONE) {
                throw origin.invalid(row, role, "'%s' is not a timestamp".formatted(shown(column, index)));
            }
        } else {
            double value = number(index);
            if (Double.isNaN(value)) {
                throw origin.invalid(
                        row,
                        role,
                        "%s is %s; it must be a number".formatted(ColumnRoles.name(role), shown(column, index)));
            }
            block.values[role][to] = value;
        }
    }

    private long time(int index) throws IOException {
        return switch (column.field().type()) {
            case ArrowType.Moment moment -> moment.millis(column.whole(index));
            case ArrowType.Whole _ -> EpochTime.millis(column.whole(index));
            case ArrowType.Floating _ -> EpochTime.millis(column.floating(index));
            case ArrowType.Text _, ArrowType.ViewedText _ -> {
                byte[] text = column.text(index);
                yield timestamps.parse(text, 0, text.length);
            }
            case ArrowType.Other _ -> TimestampText.NONE;
        };
    }

    private double number(int index) throws IOException {
        return switch (column.field().type()) {
            case ArrowType.Floating _ -> column.floating(index);
            case ArrowType.Whole _ -> column.whole(index);
            case ArrowType.Text _, ArrowType.ViewedText _ -> {
                byte[] text = column.text(index);
                yield NumberText.parse(text, 0, text.length, '.');
            }
            case ArrowType.Moment _, ArrowType.Other _ -> Double.NaN;
        };
    }

    /// The value for a sentence, and as text to decide by; nothing where there is none.
    static String shown(ArrowColumn column, int index) throws IOException {
        if (column.isNull(index)) {
            return "";
        }
        return switch (column.field().type()) {
            case ArrowType.Moment moment ->
                Instant.ofEpochMilli(moment.millis(column.whole(index))).toString();
            case ArrowType.Whole _ -> String.valueOf(column.whole(index));
            case ArrowType.Floating _ -> String.valueOf(column.floating(index));
            case ArrowType.Text _, ArrowType.ViewedText _ -> new String(column.text(index), StandardCharsets.UTF_8);
            case ArrowType.Other other -> other.label();
        };
    }
}
