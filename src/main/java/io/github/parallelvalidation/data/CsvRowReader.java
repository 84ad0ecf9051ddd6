package io.github.parallelvalidation.data;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/// Reads any CSV file: the quick way as long as there are no quotes, then the thorough way.
final class CsvRowReader implements RowReader {
    private final Content content;
    private final CsvDialect dialect;
    private final CsvOrigin origin;
    private RowReader reader;
    private long rows;

    /// @param content of a text file
    CsvRowReader(Content content) throws IOException {
        this.content = content;
        Origin whole = new CsvOrigin(content, null);
        this.dialect = CsvSniffer.sniff(whole, content.start(), content.isWhole());
        this.origin = new CsvOrigin(content, dialect);
        this.reader = dialect.charset().equals(StandardCharsets.UTF_8)
                ? new PlainCsvReader(origin, content.open(), dialect)
                : new QuotedCsvReader(origin, content.open(), dialect, 0);
    }

    @Override
    public Origin origin() {
        return origin;
    }

    @Override
    public void read(RowBlock block) throws IOException {
        reader.read(block);
        if (block.length() == 0 && reader instanceof PlainCsvReader plain && plain.isQuoted()) {
            reader.close();
            reader = new QuotedCsvReader(origin, content.open(), dialect, rows);
            reader.read(block);
        }
        rows += block.length();
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
