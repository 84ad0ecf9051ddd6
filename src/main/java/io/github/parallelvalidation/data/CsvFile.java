package io.github.parallelvalidation.data;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/// Reads a CSV file, plain, `.gz` or the one file in a `.zip`, into a sink.
final class CsvFile {
    private static final int BUFFER = 1 << 16;

    private CsvFile() {}

    /// @throws DataException when the file cannot be read or a row cannot be a bar
    static void read(Path file, BarSink sink) {
        try (InputStream stream = open(file);
                CsvReader<Boolean> rows = CsvReader.builder()
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .detectBomHeader(true)
                        .build(new CsvRows(file, sink), stream)) {
            Iterator<Boolean> row = rows.iterator();
            while (row.hasNext()) {
                row.next();
            }
        } catch (IOException | UncheckedIOException e) {
            throw DataException.unreadable(file, e);
        } catch (CsvParseException e) {
            throw unwrapped(file, e);
        }
    }

    /// The reader wraps whatever its handler throws.
    private static RuntimeException unwrapped(Path file, CsvParseException e) {
        return switch (e.getCause()) {
            case DataException ours -> ours;
            case Error fatal -> throw fatal;
            case null, default -> DataException.unreadable(file, e);
        };
    }

    private static InputStream open(Path file) throws IOException {
        String name = file.toString().toLowerCase(Locale.ROOT);
        InputStream raw = Files.newInputStream(file);
        try {
            if (name.endsWith(".gz")) {
                return new GZIPInputStream(raw, BUFFER);
            }
            return name.endsWith(".zip") ? onlyEntry(file, new ZipInputStream(raw)) : raw;
        } catch (IOException | RuntimeException e) {
            raw.close();
            throw e;
        }
    }

    private static InputStream onlyEntry(Path file, ZipInputStream zip) throws IOException {
        try (ZipInputStream all = new ZipInputStream(Files.newInputStream(file))) {
            int files = 0;
            for (ZipEntry entry = all.getNextEntry(); entry != null; entry = all.getNextEntry()) {
                files += entry.isDirectory() ? 0 : 1;
            }
            if (files != 1) {
                throw DataException.invalid(file, "the zip holds %d files; it must hold one".formatted(files));
            }
        }
        ZipEntry entry = zip.getNextEntry();
        while (entry != null && entry.isDirectory()) {
            entry = zip.getNextEntry();
        }
        return zip;
    }
}
