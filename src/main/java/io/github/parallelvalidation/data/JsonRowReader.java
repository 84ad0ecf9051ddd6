package io.github.parallelvalidation.data;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/// Reads a list of lists `[time, open, high, low, close, volume, …]`, as freqtrade, ccxt and Binance's API have
/// it. Numbers may be written as texts.
final class JsonRowReader implements RowReader {
    private static final int FIELDS = Roles.VALUES + 1;

    private final Origin origin;
    private final JsonParser parser;
    private final TimestampText timestamps = new TimestampText();
    private final double[] values = new double[Roles.VALUES];
    private long row;
    private long done;
    private long time;
    private boolean isStarted;

    JsonRowReader(Content content) throws IOException {
        this.origin = new Origin.Rows(content.file());
        this.parser = new JsonFactory().createParser(content.open());
    }

    @Override
    public Origin origin() {
        return origin;
    }

    @Override
    public void read(RowBlock block) throws IOException {
        block.clear();
        try {
            if (!isStarted) {
                parser.nextToken();
                isStarted = true;
            }
            while (!block.isFull() && !parser.isClosed()) {
                JsonToken token = parser.nextToken();
                if (token == JsonToken.END_ARRAY) {
                    checkEnd();
                } else {
                    row = done + 1;
                    row(token);
                    block.add(time, values, row);
                    done = row;
                }
            }
        } catch (JsonEOFException e) {
            throw origin.invalid(done + 1, Roles.OTHER, "the list does not end; the file was not copied whole");
        } catch (JsonProcessingException e) {
            throw origin.invalid(done + 1, Roles.OTHER, "the JSON is damaged: " + e.getOriginalMessage());
        }
    }

    private void checkEnd() throws IOException {
        if (parser.nextToken() != null) {
            throw origin.invalid(done + 1, Roles.OTHER, "something follows the list");
        }
        parser.close();
    }

    private void row(JsonToken token) throws IOException {
        if (token != JsonToken.START_ARRAY) {
            throw origin.invalid(
                    row,
                    Roles.OTHER,
                    "found %s; a row is [time, open, high, low, close, volume]".formatted(parser.getText()));
        }
        int fields = 0;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            field(fields++);
        }
        if (fields < FIELDS) {
            throw origin.invalid(
                    row,
                    Roles.OTHER,
                    "the row has %d values; a row is [time, open, high, low, close, volume]".formatted(fields));
        }
    }

    private void field(int index) throws IOException {
        if (parser.currentToken().isStructStart()) {
            throw origin.invalid(row, Roles.OTHER, "a value is itself a list; a value is a number");
        }
        if (index == 0) {
            byte[] text = parser.getText().getBytes(StandardCharsets.UTF_8);
            time = timestamps.parse(text, 0, text.length);
            if (time == TimestampText.NONE) {
                throw origin.invalid(row, Roles.TIME, "'%s' is not a timestamp".formatted(parser.getText()));
            }
        } else if (index < FIELDS) {
            double value = number();
            if (Double.isNaN(value)) {
                throw origin.invalid(
                        row,
                        index - 1,
                        "%s is %s; it must be a number".formatted(Roles.name(index - 1), parser.getText()));
            }
            values[index - 1] = value;
        }
    }

    private double number() throws IOException {
        if (parser.currentToken().isNumeric()) {
            return parser.getDoubleValue();
        }
        byte[] text = parser.getText().getBytes(StandardCharsets.UTF_8);
        return NumberText.parse(text, 0, text.length, '.');
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
