package io.github.parallelvalidation.trials;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.github.parallelvalidation.workspace.ByteOrderMark;
import io.github.parallelvalidation.workspace.PathEntry;
import io.github.parallelvalidation.workspace.Printable;
import io.github.parallelvalidation.workspace.Problem;
import io.github.parallelvalidation.workspace.ProblemException;
import io.github.parallelvalidation.workspace.YamlDocument;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.LongStream;

/// Daily returns as CSV: `date`, then a column for each series; an empty field is a day without a return.
public final class ReturnsFile {
    private static final String DATE = "date";

    private ReturnsFile() {}

    /// The text of a file, returns in full precision.
    ///
    /// @param series by the name of their column
    public static String text(Map<String, ReturnSeries> series) {
        Map<Long, String[]> lines = new TreeMap<>();
        int column = 0;
        for (ReturnSeries one : series.values()) {
            for (int i = 0; i < one.count(); i++) {
                lines.computeIfAbsent(one.day(i), _ -> new String[series.size()])[column] =
                        String.valueOf(one.value(i));
            }
            column++;
        }
        StringBuilder text = new StringBuilder(DATE);
        series.keySet().forEach(name -> text.append(',').append(name));
        text.append('\n');
        lines.forEach((day, returns) -> {
            text.append(LocalDate.ofEpochDay(day));
            for (String value : returns) {
                text.append(',').append(value == null ? "" : value);
            }
            text.append('\n');
        });
        return text.toString();
    }

    /// What stands in a file, by the name of the column; empty where there is no file.
    ///
    /// @throws ProblemException when it is a link, no plain file, or not of this form
    public static Optional<Map<String, ReturnSeries>> read(Path file) {
        if (!PathEntry.exists(file)) {
            return Optional.empty();
        }
        if (!PathEntry.isFile(file)) {
            throw new ProblemException(Problem.of(file, "is not a plain file; daily returns are plain files"));
        }
        return Optional.of(parse(file, YamlDocument.source(file).text()));
    }

    private static Map<String, ReturnSeries> parse(Path file, String text) {
        Map<String, List<Double>> columns = new LinkedHashMap<>();
        List<Long> days = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(ByteOrderMark.skip(text))) {
            for (NamedCsvRecord line : reader) {
                requireFields(file, line);
                days.add(day(file, line, days.isEmpty() ? Long.MIN_VALUE : days.getLast()));
                for (String name : line.getHeader()) {
                    if (!name.equals(DATE)) {
                        columns.computeIfAbsent(name, _ -> new ArrayList<>()).add(value(file, line, name));
                    }
                }
            }
        } catch (CsvParseException e) {
            throw new ProblemException(
                    new Problem(file, days.size() + 2, 1, "is not a CSV file: " + e.getMessage(), ""), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, ReturnSeries> series = new LinkedHashMap<>();
        columns.forEach((name, values) -> series.put(name, series(days, values)));
        return series;
    }

    /// NaN stands for a day without a return.
    private static ReturnSeries series(List<Long> days, List<Double> values) {
        int[] known = LongStream.range(0, days.size())
                .mapToInt(Math::toIntExact)
                .filter(i -> !values.get(i).isNaN())
                .toArray();
        long[] when = new long[known.length];
        double[] returns = new double[known.length];
        for (int i = 0; i < known.length; i++) {
            when[i] = days.get(known[i]);
            returns[i] = values.get(known[i]);
        }
        return new ReturnSeries(when, returns);
    }

    private static void requireFields(Path file, NamedCsvRecord line) {
        int expected = line.getHeader().size();
        if (line.getFieldCount() != expected) {
            throw problem(file, line, "must have %d fields, found %d".formatted(expected, line.getFieldCount()));
        }
    }

    private static long day(Path file, NamedCsvRecord line, long before) {
        String text = line.findField(DATE)
                .orElseThrow(() -> problem(file, line, "must have the column 'date' and one for each series"));
        try {
            long day = LocalDate.parse(text).toEpochDay();
            if (day > before) {
                return day;
            }
        } catch (DateTimeException e) {
            throw problem(file, line, "a date must be yyyy-mm-dd, found %s".formatted(Printable.quoted(text)));
        }
        throw problem(file, line, "dates must rise, found %s after %s".formatted(text, LocalDate.ofEpochDay(before)));
    }

    private static double value(Path file, NamedCsvRecord line, String name) {
        String text = line.findField(name).orElse("");
        if (text.isEmpty()) {
            return Double.NaN;
        }
        try {
            double value = Double.parseDouble(text);
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw problem(file, line, "a return must be a number or empty, found %s".formatted(Printable.quoted(text)));
        }
        throw problem(file, line, "a return must be finite, found %s".formatted(Printable.quoted(text)));
    }

    private static ProblemException problem(Path file, NamedCsvRecord line, String message) {
        return new ProblemException(new Problem(file, (int) line.getStartingLineNumber(), 1, message, ""));
    }
}
