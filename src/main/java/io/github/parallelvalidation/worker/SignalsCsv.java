package io.github.parallelvalidation.worker;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.github.parallelvalidation.data.Bars;
import io.github.parallelvalidation.format.WrittenTime;
import io.github.parallelvalidation.gate.FailureReason;
import io.github.parallelvalidation.strategy.ProgramException;
import io.github.parallelvalidation.strategy.ProgramOutput;
import io.github.parallelvalidation.workspace.Names;
import io.github.parallelvalidation.workspace.PlainFile;
import io.github.parallelvalidation.workspace.Printable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Reads the signals that a strategy's own program wrote: `timestamp,score[,long,short]` in any order of columns and
/// rows, a row per bar. A bar without a row has no score and no signal.
final class SignalsCsv {
    private static final List<String> COLUMNS = List.of("timestamp", "score", "long", "short");
    private static final int LONGEST_TEXT = 40;

    private final Path file;
    private final Bars bars;
    private final int length;
    private final int[] places;
    private final double[] score;
    private final boolean[] longs;
    private final boolean[] shorts;
    private final BitSet seen = new BitSet();

    /// @param places the place of each of the columns in a row, or -1
    private SignalsCsv(Path file, Bars bars, int length, int[] places) {
        this.file = file;
        this.bars = bars;
        this.length = length;
        this.places = places;
        this.score = new double[length];
        Arrays.fill(score, Double.NaN);
        this.longs = new boolean[length];
        this.shorts = new boolean[length];
    }

    /// @param length how many of the bars the program was given
    /// @throws ProgramException with file and line where a row cannot be used
    static ProgramOutput read(Path file, Bars bars, int length) {
        try (CsvReader<CsvRecord> reader =
                CsvReader.builder().detectBomHeader(true).ofCsvRecord(PlainFile.stream(file))) {
            Iterator<CsvRecord> rows = reader.iterator();
            if (!rows.hasNext()) {
                throw wrong(file, 1, "the file is empty; its first row must be timestamp,score,long,short");
            }
            SignalsCsv signals = new SignalsCsv(file, bars, length, header(file, rows.next()));
            rows.forEachRemaining(signals::add);
            return signals.output();
        } catch (CsvParseException | IOException | UncheckedIOException e) {
            throw new ProgramException(
                    FailureReason.STRATEGY_ERROR, file.getFileName() + " cannot be read: " + e.getMessage());
        }
    }

    private static int[] header(Path file, CsvRecord row) {
        List<String> names = row.getFields().stream()
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .toList();
        for (String name : names) {
            if (!COLUMNS.contains(name)) {
                String hint = Names.nearest(name, COLUMNS)
                        .map(near -> "; did you mean '" + near + "'?")
                        .orElse("");
                throw wrong(
                        file, 1, "the column '%s' is not known%s; known are %s".formatted(shown(name), hint, COLUMNS));
            }
            if (names.indexOf(name) != names.lastIndexOf(name)) {
                throw wrong(file, 1, "the column '%s' is there twice".formatted(name));
            }
        }
        for (String needed : List.of("timestamp", "score")) {
            if (!names.contains(needed)) {
                throw wrong(file, 1, "the column '%s' is missing; found %s".formatted(needed, names));
            }
        }
        return COLUMNS.stream().mapToInt(names::indexOf).toArray();
    }

    private void add(CsvRecord row) {
        long line = row.getStartingLineNumber();
        int bar = bar(row.getField(places[0]), line);
        if (seen.get(bar)) {
            throw wrong(file, line, "the bar %s has a second row".formatted(time(bar)));
        }
        seen.set(bar);
        score[bar] = number(row.getField(places[1]), line);
        longs[bar] = places[2] >= 0 && truth(row.getField(places[2]), "long", line);
        shorts[bar] = places[3] >= 0 && truth(row.getField(places[3]), "short", line);
    }

    private int bar(String text, long line) {
        long time = WrittenTime.parse(text)
                .orElseThrow(() -> wrong(
                        file,
                        line,
                        "'%s' is no timestamp; write it as in the bars, such as %s".formatted(shown(text), time(0))));
        // Rows mostly come in the order of the bars.
        int next = seen.length();
        int bar = next < length && bars.time()[next] == time ? next : Arrays.binarySearch(bars.time(), time);
        if (bar >= length) {
            throw new ProgramException(
                    FailureReason.LOOKAHEAD_BIAS,
                    "given the bars up to %s only, the program wrote a row for %s: it reads other prices than {bars}"
                            .formatted(time(length - 1), time(bar)));
        }
        if (bar < 0) {
            throw wrong(file, line, "there is no bar at %s".formatted(shown(text)));
        }
        return bar;
    }

    private double number(String text, long line) {
        String word = text.strip().toLowerCase(Locale.ROOT);
        return switch (word) {
            case "", "nan", "null", "none" -> Double.NaN;
            case "inf", "+inf", "infinity" -> Double.POSITIVE_INFINITY;
            case "-inf", "-infinity" -> Double.NEGATIVE_INFINITY;
            default ->
                decimal(word)
                        .orElseThrow(() -> wrong(
                                file,
                                line,
                                "the score '%s' is no number; write nan or nothing for none".formatted(shown(text))));
        };
    }

    /// Only what is a number everywhere: not Java's `1d` or `0x1p3`.
    private static Optional<Double> decimal(String word) {
        if (!word.chars().allMatch(c -> (c >= '0' && c <= '9') || "+-.e".indexOf(c) >= 0)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Double.valueOf(word));
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }

    private boolean truth(String text, String column, long line) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "true", "1", "1.0" -> true;
            case "false", "0", "0.0", "", "nan" -> false;
            default ->
                throw wrong(file, line, "'%s' is '%s'; write true or false, or 1 or 0".formatted(column, shown(text)));
        };
    }

    private ProgramOutput output() {
        return new ProgramOutput(
                score,
                places[2] < 0 ? Optional.empty() : Optional.of(longs),
                places[3] < 0 ? Optional.empty() : Optional.of(shorts));
    }

    private Instant time(int bar) {
        return Instant.ofEpochMilli(bars.time()[bar]);
    }

    private static ProgramException wrong(Path file, long line, String message) {
        return new ProgramException(
                FailureReason.STRATEGY_ERROR, "%s:%d: %s".formatted(file.getFileName(), line, message));
    }

    private static String shown(String text) {
        String line = Printable.line(text);
        return line.length() > LONGEST_TEXT ? line.substring(0, LONGEST_TEXT) + "…" : line;
    }
}
