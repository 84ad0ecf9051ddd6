package io.github.parallelvalidation.format;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;

/// Reads CSV with quoted fields or in an encoding other than UTF-8.
final class QuotedCsvReader implements RowReader {
    private final Origin origin;
    private final CsvReader<Boolean> reader;
    private final Iterator<Boolean> rows;
    private final RowBlock pending = new RowBlock();
    private long skip;

    /// @param skip rows to pass over, which another reader has read
    QuotedCsvReader(Origin origin, InputStream stream, CsvDialect dialect, long skip) {
        this.origin = origin;
        this.skip = skip;
        this.reader = CsvReader.builder()
                .fieldSeparator(dialect.separator())
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .build(new Row(dialect), new InputStreamReader(stream, dialect.charset()));
        reader.skipLines(dialect.head());
        this.rows = reader.iterator();
    }

    @Override
    public Origin origin() {
        return origin;
    }

    @Override
    public void read(RowBlock block) throws IOException {
        pending.clear();
        try {
            while (!pending.isFull() && rows.hasNext()) {
                rows.next();
                if (skip > 0 && pending.length() > 0) {
                    skip -= pending.length();
                    pending.clear();
                }
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (CsvParseException e) {
            throw unwrapped(e);
        }
        block.copyFrom(pending);
    }

    /// The reader wraps whatever its handler throws.
    private RuntimeException unwrapped(CsvParseException e) {
        return switch (e.getCause()) {
            case DataException ours -> ours;
            case IOException io -> DataException.unreadable(origin.file(), io);
            case Error fatal -> throw fatal;
            case null, default -> DataException.unreadable(origin.file(), e);
        };
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    /// Parses the fields of a row as they are read.
    private final class Row extends AbstractBaseCsvCallbackHandler<Boolean> {
        private final CsvFields fields;
        private final int[] roles;
        private final char separator;
        private int count;
        private boolean isComment;
        private boolean isEmpty;
        private int firstEmpty;

        Row(CsvDialect dialect) {
            this.fields = new CsvFields(origin, dialect);
            this.roles = dialect.columns();
            this.separator = dialect.separator();
        }

        @Override
        protected void handleBegin(long startingLineNumber) {
            count = 0;
            isComment = false;
            isEmpty = true;
            firstEmpty = ColumnRoles.OTHER;
        }

        @Override
        protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
            count++;
            isComment |= index == 0 && !quoted && length > 0 && buffer[offset] == '#';
            if (isComment) {
                return;
            }
            byte[] text = new String(buffer, offset, length).getBytes(StandardCharsets.UTF_8);
            isEmpty &= length == 0;
            if (length == 0 && index < roles.length) {
                // Of a row without anything in it nothing is expected.
                firstEmpty = firstEmpty == ColumnRoles.OTHER ? roles[index] : firstEmpty;
            } else if (index < roles.length) {
                fields.take(roles[index], text, 0, text.length, getStartingLineNumber());
            } else {
                fields.checkExtra(text, 0, text.length, count, roles.length, separator, getStartingLineNumber());
            }
        }

        @Override
        protected void handleEmpty() {
            isComment = true;
        }

        @Override
        protected Boolean buildRecord() {
            if (isComment || isEmpty) {
                return false;
            }
            if (firstEmpty != ColumnRoles.OTHER) {
                fields.take(firstEmpty, new byte[0], 0, 0, getStartingLineNumber());
            }
            if (count < roles.length) {
                throw fields.shortRow(count, roles.length, getStartingLineNumber());
            }
            fields.emit(pending, getStartingLineNumber());
            return true;
        }
    }
}
