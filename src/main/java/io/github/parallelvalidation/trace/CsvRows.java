package io.github.parallelvalidation.trace;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.github.parallelvalidation.workspace.ByteOrderMark;
import io.github.parallelvalidation.workspace.PathEntry;
import io.github.parallelvalidation.workspace.Problem;
import io.github.parallelvalidation.workspace.ProblemException;
import io.github.parallelvalidation.workspace.YamlDocument;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// The lines of a CSV file under a header, columns in any order. Columns that nobody asks for are passed over.
final class CsvRows {
    private static final int LARGEST = 64 * 1024 * 1024;

    private final Path file;
    private final Map<String, Integer> positions;
    private final List<CsvRecord> records;

    private CsvRows(Path file, Map<String, Integer> positions, List<CsvRecord> records) {
        this.file = file;
        this.positions = positions;
        this.records = records;
    }

    /// @param needed columns that must be there
    /// @return empty where there is no file
    /// @throws ProblemException when it is a link, no plain file, no CSV file, or lacks a column
    static Optional<CsvRows> read(Path file, List<String> needed) {
        if (!PathEntry.exists(file)) {
            return Optional.empty();
        }
        if (!PathEntry.isFile(file)) {
            throw new ProblemException(Problem.of(file, "is not a plain file; a worker writes plain files"));
        }
        List<CsvRecord> records =
                records(file, YamlDocument.source(file, LARGEST).text());
        if (records.isEmpty()) {
            throw new ProblemException(
                    new Problem(file, 1, 1, "must begin with a line of column names, at least " + needed, ""));
        }
        Map<String, Integer> positions = header(file, records.removeFirst());
        for (String name : needed) {
            if (!positions.containsKey(name)) {
                throw new ProblemException(new Problem(
                        file, 1, 1, "the column '%s' is missing; found %s".formatted(name, positions.keySet()), ""));
            }
        }
        return Optional.of(new CsvRows(file, positions, records));
    }

    private static List<CsvRecord> records(Path file, String text) {
        List<CsvRecord> records = new ArrayList<>();
        // What a line lacks is said in our words.
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(ByteOrderMark.skip(text))) {
            reader.forEach(records::add);
            return records;
        } catch (CsvParseException e) {
            throw new ProblemException(
                    new Problem(file, records.size() + 1, 1, "is not a CSV file: " + e.getMessage(), ""), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Integer> header(Path file, CsvRecord line) {
        Map<String, Integer> positions = new LinkedHashMap<>();
        for (int i = 0; i < line.getFieldCount(); i++) {
            String name = line.getField(i).strip();
            if (positions.put(name, i) != null) {
                throw new ProblemException(new Problem(file, 1, 1, "the column '" + name + "' is there twice", ""));
            }
        }
        return positions;
    }

    int count() {
        return records.size();
    }

    /// @param reader is given the same row again and again, each time with the next line
    void forEach(Consumer<CsvRow> reader) {
        CsvRow row = new CsvRow(file, positions);
        for (CsvRecord line : records) {
            row.take(line);
            reader.accept(row);
        }
    }
}
