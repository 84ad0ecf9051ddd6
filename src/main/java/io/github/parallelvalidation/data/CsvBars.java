package io.github.parallelvalidation.data;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.github.parallelvalidation.workspace.Problem;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/// Reads bars from one CSV file, plain, gzipped or zipped. A bar that cannot be right is refused with its line.
final class CsvBars {
    private static final int GZIP = 0x1f8b;
    private static final int ZIP = 0x504b;

    private final Path file;
    private final BarsBuilder bars;
    private final Timestamps timestamps = new Timestamps();

    private CsvBars(Path file, BarsBuilder bars) {
        this.file = file;
        this.bars = bars;
    }

    /// Adds the file's bars to those that are there already.
    ///
    /// @throws DataException when the file cannot be read or a bar cannot be right
    static void read(Path file, BarsBuilder bars) {
        try (InputStream content = open(file)) {
            new CsvBars(file, bars).read(content);
        } catch (NoSuchFileException e) {
            throw new DataException(DataException.Kind.UNAVAILABLE, Problem.of(file, "the file is not there"));
        } catch (IOException | UncheckedIOException e) {
            throw new DataException(
                    DataException.Kind.UNAVAILABLE, Problem.of(file, "the file cannot be read: " + e.getMessage()));
        }
    }

    /// What the file is, is told by its first bytes, not by its name.
    private static InputStream open(Path file) throws IOException {
        BufferedInputStream raw = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        raw.mark(2);
        int magic = raw.read() << 8 | raw.read();
        raw.reset();
        if (magic == GZIP) {
            return new GZIPInputStream(raw, 1 << 16);
        }
        if (magic == ZIP) {
            ZipInputStream zip = new ZipInputStream(raw);
            ZipEntry entry = zip.getNextEntry();
            while (entry != null && entry.isDirectory()) {
                entry = zip.getNextEntry();
            }
            if (entry == null) {
                throw new IOException("the archive is empty");
            }
            return zip;
        }
        return raw;
    }

    private void read(InputStream content) {
        CsvReader<CsvRecord> rows = CsvReader.builder()
                .commentStrategy(CommentStrategy.SKIP)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(content, StandardCharsets.UTF_8);
        try {
            @Nullable CsvColumns columns = null;
            for (CsvRecord row : rows) {
                if (columns == null) {
                    columns = columns(row);
                    if (!columns.equals(CsvColumns.BINANCE) || !isNumber(row.getField(1))) {
                        continue;
                    }
                }
                add(row, columns);
            }
        } catch (CsvParseException e) {
            throw invalid(0, "this is not CSV: " + e.getMessage());
        }
        if (bars.size() == 0) {
            throw invalid(0, "there is no bar in the file");
        }
    }

    private CsvColumns columns(CsvRecord first) {
        if (first.getFieldCount() >= 6 && isNumber(first.getField(0)) && isNumber(first.getField(1))) {
            return CsvColumns.BINANCE;
        }
        return CsvColumns.ofHeader(first.getFields())
                .orElseThrow(() -> invalid(
                        first.getStartingLineNumber(),
                        "the header must name timestamp, open, high, low, close and volume, found: "
                                + String.join(",", first.getFields())));
    }

    private void add(CsvRecord row, CsvColumns columns) {
        long line = row.getStartingLineNumber();
        if (row.getFieldCount() <= columns.most()) {
            throw invalid(
                    line,
                    "%d fields, but the bar needs %d: the file may be cut"
                            .formatted(row.getFieldCount(), columns.most() + 1));
        }
        long time = time(row.getField(columns.time()), line);
        double open = price(row, columns.open(), "open", line);
        double high = price(row, columns.high(), "high", line);
        double low = price(row, columns.low(), "low", line);
        double close = price(row, columns.close(), "close", line);
        double volume = number(row.getField(columns.volume()), "volume", line);
        if (volume < 0) {
            throw invalid(line, "volume is " + volume + ", it cannot be negative");
        }
        if (high < Math.max(open, close)) {
            throw invalid(line, "high %s is below open %s or close %s".formatted(high, open, close));
        }
        if (low > Math.min(open, close)) {
            throw invalid(line, "low %s is above open %s or close %s".formatted(low, open, close));
        }
        bars.add(time, open, high, low, close, volume);
    }

    private long time(String text, long line) {
        OptionalLong time = timestamps.parse(text);
        if (time.isEmpty()) {
            throw invalid(line, "'" + text + "' is no time stamp: ISO-8601 or epoch seconds, ms or µs expected");
        }
        long value = time.getAsLong();
        if (bars.size() > 0 && value <= bars.lastTime()) {
            String what = value == bars.lastTime() ? "the same as" : "before";
            throw invalid(
                    line, "the time stamp '%s' is %s that of the bar above; they must increase".formatted(text, what));
        }
        return value;
    }

    private double price(CsvRecord row, int field, String name, long line) {
        double value = number(row.getField(field), name, line);
        if (value <= 0) {
            throw invalid(line, name + " is " + value + ", a price must be more than 0");
        }
        return value;
    }

    private double number(String text, String name, long line) {
        try {
            double value = Double.parseDouble(text);
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException notANumber) {
            // Said below, together with what is not finite.
        }
        throw invalid(line, name + " is '" + text + "', a finite number expected");
    }

    private static boolean isNumber(String text) {
        return !text.isBlank() && text.strip().chars().allMatch(c -> Character.isDigit(c) || c == '.');
    }

    private DataException invalid(long line, String message) {
        return new DataException(
                DataException.Kind.INVALID, new Problem(file, (int) line, line == 0 ? 0 : 1, message, ""));
    }
}
