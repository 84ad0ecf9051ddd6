package io.github.parallelvalidation.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Reads CSV without quotes straight from its bytes. Where a quote begins a field it stops, see [#isQuoted].
final class PlainCsvReader implements RowReader {
    private static final int BUFFER = 1 << 18;
    private static final int LONGEST_LINE = 1 << 20;
    private static final byte NEWLINE = '\n';
    private static final byte RETURN = '\r';

    private final Origin origin;
    private final InputStream stream;
    private final CsvFields fields;
    private final int[] roles;
    private final byte separator;
    private final byte decimal;

    private byte[] buffer = new byte[BUFFER];
    private int at;
    /// Up to here the buffer holds whole lines.
    private int whole;
    private int filled;
    private boolean isEnd;
    private int headLeft;
    private long line;
    private boolean isQuoted;

    PlainCsvReader(Origin origin, InputStream stream, CsvDialect dialect) {
        this.origin = origin;
        this.stream = stream;
        this.fields = new CsvFields(origin, dialect);
        this.roles = dialect.columns();
        this.separator = (byte) dialect.separator();
        this.decimal = (byte) dialect.numbers().decimal();
        this.headLeft = dialect.head();
    }

    @Override
    public Origin origin() {
        return origin;
    }

    /// Whether reading stopped at a row with a quoted field, which has not been read.
    boolean isQuoted() {
        return isQuoted;
    }

    @Override
    public void read(RowBlock block) throws IOException {
        block.clear();
        while (!block.isFull() && !isQuoted && (at < whole || refill())) {
            line++;
            if (headLeft > 0) {
                headLeft--;
                at = afterLine(endOfLine(at));
            } else {
                row(block);
            }
        }
    }

    private boolean refill() throws IOException {
        if (isEnd) {
            return false;
        }
        boolean isStart = filled == 0;
        System.arraycopy(buffer, at, buffer, 0, filled - at);
        filled -= at;
        at = 0;
        whole = 0;
        while (whole == 0 && !isEnd) {
            // One byte stays free for the newline that a last line may lack.
            if (filled >= buffer.length - 1) {
                enlarge();
            }
            int count = stream.read(buffer, filled, buffer.length - 1 - filled);
            int old = filled;
            filled += Math.max(count, 0);
            isEnd = count < 0;
            if (isEnd && filled > 0) {
                buffer[filled++] = NEWLINE;
            }
            whole = afterLastNewline(old);
        }
        boolean hasMark = isStart && filled >= 3 && buffer[0] == (byte) 0xEF && buffer[1] == (byte) 0xBB;
        at = hasMark ? 3 : 0;
        return at < whole;
    }

    private void enlarge() {
        if (buffer.length >= LONGEST_LINE) {
            throw origin.invalid(line + 1, ColumnRoles.OTHER, "the line is longer than 1 MiB; this is no file of bars");
        }
        buffer = Arrays.copyOf(buffer, buffer.length * 2);
    }

    private int afterLastNewline(int from) {
        for (int i = filled - 1; i >= from; i--) {
            // A return at the very end may be the first half of a pair.
            if (buffer[i] == NEWLINE || (buffer[i] == RETURN && i < filled - 1)) {
                return i + 1;
            }
        }
        return 0;
    }

    private void row(RowBlock block) {
        int start = at;
        byte first = buffer[start];
        if (first == NEWLINE || first == RETURN) {
            at = afterLine(start);
            return;
        }
        if (first <= '/' || first == separator) {
            int end = endOfLine(start);
            if (CsvLine.isNoRow(new String(buffer, start, end - start, StandardCharsets.UTF_8), (char) separator)) {
                at = afterLine(end);
                return;
            }
        }
        int position = start;
        for (int column = 0; column < roles.length; column++) {
            if (buffer[position] == '"') {
                isQuoted = true;
                line--;
                return;
            }
            int role = roles[column];
            position = role >= 0 && role < ColumnRoles.VALUES ? number(role, position) : other(role, position);
            if (buffer[position] != separator) {
                if (column + 1 < roles.length) {
                    throw fields.shortRow(column + 1, roles.length, line);
                }
            } else if (column + 1 < roles.length) {
                position++;
            }
        }
        if (buffer[position] == separator) {
            position = extra(position);
        }
        fields.emit(block, line);
        at = afterLine(position);
    }

    /// Takes a number and returns where its field ends.
    private int number(int role, int from) {
        byte[] text = buffer;
        int position = from;
        long digits = 0;
        int digit = text[position] - '0';
        while (digit >= 0 && digit <= 9) {
            digits = digits * 10 + digit;
            digit = text[++position] - '0';
        }
        int count = position - from;
        int decimals = 0;
        if (text[position] == decimal) {
            int point = position;
            digit = text[++position] - '0';
            while (digit >= 0 && digit <= 9) {
                digits = digits * 10 + digit;
                digit = text[++position] - '0';
            }
            decimals = position - point - 1;
            count += decimals;
        }
        byte after = text[position];
        boolean isDone = after == separator || after == NEWLINE || after == RETURN;
        if (isDone && count > 0 && count <= NumberText.DIGITS && digits <= NumberText.EXACT) {
            fields.value(role, digits / NumberText.POWERS[decimals]);
            return position;
        }
        return other(role, from);
    }

    /// Takes any field and returns where it ends.
    private int other(int role, int from) {
        int end = endOfField(from);
        if (role != ColumnRoles.OTHER) {
            fields.take(role, buffer, from, end, line);
        }
        return end;
    }

    private int extra(int from) {
        int end = endOfLine(from);
        int count = roles.length;
        for (int i = from; i < end; i++) {
            count += buffer[i] == separator ? 1 : 0;
        }
        fields.checkExtra(buffer, from, end, count, roles.length, (char) separator, line);
        return end;
    }

    private int endOfField(int from) {
        byte[] text = buffer;
        int position = from;
        byte c = text[position];
        while (c != separator && c != NEWLINE && c != RETURN) {
            c = text[++position];
        }
        return position;
    }

    private int endOfLine(int from) {
        int position = from;
        while (buffer[position] != NEWLINE && buffer[position] != RETURN) {
            position++;
        }
        return position;
    }

    private int afterLine(int end) {
        return buffer[end] == RETURN && end + 1 < filled && buffer[end + 1] == NEWLINE ? end + 2 : end + 1;
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
