package io.github.parallelvalidation.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.IOException;

/// Reads a JSON list of lists `[time, open, high, low, close, volume, …]`, as freqtrade, ccxt and Binance's API have
/// it, or of objects `{"time": …, "open": …, …}` with names as in a CSV's header; of the latter also one per line.
/// Numbers may be written as strings.
final class JsonRowReader implements RowReader {
    /// So many rows show whether the columns are what they are taken for.
    private static final int ENOUGH = 10;

    private final Origin origin;
    private final JsonParser parser;
    private final JsonRow list;
    private final JsonObjects objects;
    private long row;
    private boolean isStarted;
    private boolean isList;

    JsonRowReader(UnpackedFile content) throws IOException {
        this.origin = new Origin.Rows(content.file());
        this.parser = new JsonFactory().createParser(content.open());
        this.list = new JsonRow(origin, parser);
        this.objects = new JsonObjects(origin, parser, list);
    }

    @Override
    public Origin origin() {
        return origin;
    }

    @Override
    public void read(RowBlock block) throws IOException {
        block.clear();
        boolean isFirst = !isStarted;
        try {
            if (!isStarted) {
                isStarted = true;
                isList = parser.nextToken() == JsonToken.START_ARRAY;
                if (!isList) {
                    row(block, parser.currentToken());
                }
            }
            while (!block.isFull() && !parser.isClosed()) {
                JsonToken token = parser.nextToken();
                if (token == JsonToken.END_ARRAY && isList) {
                    checkEnd();
                } else if (token != null) {
                    row(block, token);
                }
            }
        } catch (JsonEOFException e) {
            throw origin.invalid(row + 1, ColumnRoles.OTHER, "the list does not end; the file was not copied whole");
        } catch (JsonProcessingException e) {
            throw origin.invalid(row + 1, ColumnRoles.OTHER, "the JSON is damaged: " + e.getOriginalMessage());
        }
        if (isFirst && !objects.isUsed() && block.length() >= ENOUGH) {
            ColumnOrder.complaint(block).ifPresent(complaint -> {
                throw origin.invalid(
                        1,
                        ColumnRoles.OTHER,
                        "the rows are not [time, open, high, low, close, volume, …]: %s; write them in this order"
                                .formatted(complaint));
            });
        }
    }

    private void row(RowBlock block, JsonToken token) throws IOException {
        if (token == JsonToken.START_ARRAY) {
            list.read(row + 1);
        } else if (token == JsonToken.START_OBJECT) {
            objects.read(row + 1);
        } else {
            throw origin.invalid(
                    row + 1,
                    ColumnRoles.OTHER,
                    "found %s; a row is [time, open, high, low, close, volume]".formatted(parser.getText()));
        }
        row++;
        list.emit(block, row);
    }

    private void checkEnd() throws IOException {
        if (parser.nextToken() != null) {
            throw origin.invalid(row + 1, ColumnRoles.OTHER, "something follows the list");
        }
        parser.close();
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
