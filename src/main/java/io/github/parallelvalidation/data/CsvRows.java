package io.github.parallelvalidation.data;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Turns the fields of a CSV file into bars as they come, without a string per field.
final class CsvRows extends AbstractBaseCsvCallbackHandler<Boolean> {
    private static final String[] NAMES = {"open", "high", "low", "close", "volume"};

    private final Path file;
    private final BarSink next;
    private final List<String> firstRow = new ArrayList<>();
    private final double[] values = new double[NAMES.length];
    private @Nullable CsvColumns columns;
    private long time;
    private int fields;
    private boolean empty;

    CsvRows(Path file, BarSink next) {
        this.file = file;
        this.next = next;
    }

    @Override
    protected void handleBegin(long startingLineNumber) {
        fields = 0;
        empty = false;
    }

    @Override
    protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
        fields++;
        if (columns == null) {
            firstRow.add(new String(buffer, offset, length));
        } else {
            take(columns.role(index), buffer, offset, length);
        }
    }

    private void take(int role, char[] buffer, int offset, int length) {
        if (role == CsvColumns.OTHER) {
            return;
        }
        if (role == CsvColumns.TIME) {
            time = TimestampText.parse(buffer, offset, length);
            if (time == TimestampText.NONE) {
                throw invalid(
                        "'%s' is not a timestamp; write ISO-8601 such as 2025-01-31T12:00:00Z, or epoch s, ms or µs"
                                .formatted(new String(buffer, offset, length)));
            }
            return;
        }
        values[role] = NumberText.parse(buffer, offset, length);
        if (Double.isNaN(values[role])) {
            throw invalid("%s is '%s'; it must be a number".formatted(NAMES[role], new String(buffer, offset, length)));
        }
    }

    @Override
    protected void handleEmpty() {
        empty = true;
    }

    @Override
    protected Boolean buildRecord() {
        if (empty) {
            return false;
        }
        if (columns == null) {
            columns = readFirstRow();
            return true;
        }
        if (fields < columns.fields()) {
            throw invalid("the row has %d fields; the first row has %d".formatted(fields, columns.fields()));
        }
        emit();
        return true;
    }

    private CsvColumns readFirstRow() {
        if (!CsvColumns.isData(firstRow)) {
            try {
                return CsvColumns.ofHeader(firstRow);
            } catch (IllegalArgumentException e) {
                throw invalid(String.valueOf(e.getMessage()));
            }
        }
        CsvColumns kline = CsvColumns.kline(firstRow.size())
                .orElseThrow(() -> invalid("no header, and %d columns; without a header only the 12 of a Binance kline"
                                .formatted(firstRow.size())
                        + " dump are known"));
        for (int i = 0; i < firstRow.size(); i++) {
            char[] text = firstRow.get(i).toCharArray();
            take(kline.role(i), text, 0, text.length);
        }
        emit();
        return kline;
    }

    private void emit() {
        next.add(time, values[0], values[1], values[2], values[3], values[4], getStartingLineNumber());
    }

    private DataException invalid(String message) {
        return DataException.invalid(file, getStartingLineNumber(), message);
    }
}
