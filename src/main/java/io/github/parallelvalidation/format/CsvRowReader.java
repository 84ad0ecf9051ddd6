package io.github.parallelvalidation.format;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;

/// Reads any CSV file: with [PlainCsvReader] as long as there are no quotes, then with [QuotedCsvReader].
final class CsvRowReader implements RowReader {
    /// Of bars without large gaps the thirteenth day is among so many rows.
    private static final int ENOUGH = 100_000;

    private final UnpackedFile content;
    private final CsvDialect dialect;
    private final CsvOrigin origin;
    private RowReader reader;
    private long rows;

    /// @param content of a text file
    CsvRowReader(UnpackedFile content) throws IOException {
        this.content = content;
        Origin whole = new CsvOrigin(content, null);
        CsvDialect sniffed = CsvSniffer.sniff(whole, CsvText.of(content.start(), content.isWhole()));
        this.dialect = sniffed.days() == DayOrder.EITHER ? sniffed.with(days(content, sniffed)) : sniffed;
        this.origin = new CsvOrigin(content, dialect);
        this.reader = dialect.charset().equals(StandardCharsets.UTF_8)
                ? new PlainCsvReader(origin, content.open(), dialect)
                : new QuotedCsvReader(origin, content.open(), dialect, 0);
    }

    /// The first rows may be those of one day: then the whole file is asked.
    private static DayOrder days(UnpackedFile content, CsvDialect dialect) throws IOException {
        int column = dialect.column(ColumnRoles.TIME);
        try (ShortLines lines = new ShortLines(content.open(), dialect.charset())) {
            for (int i = 0; i < dialect.head(); i++) {
                lines.next();
            }
            return DayOrder.of(Stream.generate(() -> next(lines))
                    .takeWhile(Optional::isPresent)
                    .limit(ENOUGH)
                    .map(line -> CsvLine.fields(line.orElseThrow(), dialect.separator()))
                    .filter(fields -> column < fields.size())
                    .map(fields -> fields.get(column))
                    .iterator());
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static Optional<String> next(ShortLines lines) {
        try {
            return Optional.ofNullable(lines.next());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
