package io.github.parallelvalidation.luck;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.github.parallelvalidation.gate.MetricNames;
import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.number.PlainNumber;
import io.github.parallelvalidation.workspace.ByteOrderMark;
import io.github.parallelvalidation.workspace.Printable;
import io.github.parallelvalidation.workspace.Problem;
import io.github.parallelvalidation.workspace.ProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// `L0_placebo.csv`, `L1_placebo.csv`: a strategy's worlds, one line each. An empty field is a missing value.
public final class WorldsFile {
    private static final String WORLD = "world";

    /// A correlation may come out as 1.0000000000000002.
    private static final double ROUNDING = 1e-9;

    private WorldsFile() {}

    public static String name(Tier tier) {
        return tier + "_placebo.csv";
    }

    /// The text of the file, numbers in full precision.
    public static String text(Worlds worlds) {
        List<String> columns = worlds.tier().worldColumns();
        StringBuilder text = new StringBuilder(WORLD + "," + String.join(",", columns) + "\n");
        for (int world = 1; world <= worlds.count(); world++) {
            int number = world;
            text.append(columns.stream()
                    .map(column -> field(worlds.value(column, number)))
                    .collect(Collectors.joining(",", world + ",", "\n")));
        }
        return text.toString();
    }

    private static String field(double value) {
        if (!Double.isFinite(value)) {
            return "";
        }
        return value == Math.rint(value) && Math.abs(value) < 1e9
                ? String.valueOf((long) value)
                : String.valueOf(value);
    }

    /// @param file where the text stands, for messages
    /// @throws ProblemException when it is no such file: another header, worlds out of order, no numbers
    public static Worlds parse(Path file, String text, Tier tier) {
        List<String> columns = tier.worldColumns();
        List<double[]> rows = new ArrayList<>();
        // What a line lacks is said in our words, with the column's name.
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(ByteOrderMark.skip(text))) {
            Optional<Row> header = Optional.empty();
            for (CsvRecord line : reader) {
                if (header.isPresent()) {
                    rows.add(header.get().values(line, rows.size() + 1));
                } else {
                    header = Optional.of(Row.of(file, tier, line.getFields()));
                }
            }
        } catch (CsvParseException e) {
            throw problem(file, rows.size() + 2, "is not a CSV file: " + e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (rows.isEmpty()) {
            throw problem(file, 1, "holds no world; leave the file out where there are none");
        }
        double[][] values = new double[columns.size()][rows.size()];
        for (int i = 0; i < rows.size(); i++) {
            for (int column = 0; column < values.length; column++) {
                values[column][i] = rows.get(i)[column];
            }
        }
        return Worlds.of(tier, values);
    }

    /// Reads the lines under one header.
    ///
    /// @param world where a line has its number
    /// @param positions where it has the tier's columns; -1 where it lacks one
    private record Row(Path file, Tier tier, int world, List<Integer> positions) {
        static Row of(Path file, Tier tier, List<String> header) {
            int world = header.indexOf(WORLD);
            if (world < 0) {
                throw problem(
                        file, 1, "must begin with the line " + WORLD + "," + String.join(",", tier.worldColumns()));
            }
            return new Row(
                    file,
                    tier,
                    world,
                    tier.worldColumns().stream().map(header::indexOf).toList());
        }

        double[] values(CsvRecord line, int number) {
            int lineNumber = (int) line.getStartingLineNumber();
            String found = line.getFieldCount() > world ? line.getField(world) : "";
            if (number > PlaceboWorlds.MOST || !found.equals(String.valueOf(number))) {
                throw problem(
                        file,
                        lineNumber,
                        "worlds are numbered 1, 2, 3 … up to %d; expected %d, found %s"
                                .formatted(PlaceboWorlds.MOST, number, Printable.quoted(found)));
            }
            double[] values = new double[positions.size()];
            for (int i = 0; i < values.length; i++) {
                String column = tier.worldColumns().get(i);
                int position = positions.get(i);
                if (position < 0 || position >= line.getFieldCount()) {
                    throw problem(file, lineNumber, "the column '" + column + "' is missing");
                }
                values[i] = value(file, lineNumber, column, line.getField(position));
            }
            return tier == Tier.L1 ? withoutLosses(values) : values;
        }
    }

    /// A profit factor is missing where there was no trade, or none that lost: then it is beyond all bounds.
    private static double[] withoutLosses(double[] row) {
        int trades = Tier.L1.worldColumns().indexOf(MetricNames.TRADES);
        int factor = Tier.L1.worldColumns().indexOf(MetricNames.PROFIT_FACTOR);
        if (row[trades] > 0 && Double.isNaN(row[factor])) {
            row[factor] = Double.POSITIVE_INFINITY;
        }
        return row;
    }

    private static double value(Path file, int line, String column, String text) {
        if (text.isEmpty()) {
            return Double.NaN;
        }
        try {
            double value = Double.parseDouble(text);
            double least = least(column);
            double most = most(column);
            if (value >= least - ROUNDING && value <= most + ROUNDING) {
                return Math.clamp(value, least, most);
            }
            if (Double.isFinite(value)) {
                throw problem(
                        file,
                        line,
                        "%s must be %s, found '%s'"
                                .formatted(
                                        column,
                                        most == Double.MAX_VALUE
                                                ? "at least " + PlainNumber.of(least)
                                                : "from %s to %s"
                                                        .formatted(PlainNumber.of(least), PlainNumber.of(most)),
                                        text));
            }
        } catch (NumberFormatException e) {
            throw problem(
                    file, line, "%s must be a number or empty, found %s".formatted(column, Printable.quoted(text)));
        }
        throw problem(
                file, line, "%s must be a finite number or empty, found %s".formatted(column, Printable.quoted(text)));
    }

    private static double least(String column) {
        return switch (column) {
            case MetricNames.IC -> -1;
            case MetricNames.SHARPE -> -Double.MAX_VALUE;
            default -> 0;
        };
    }

    private static double most(String column) {
        return switch (column) {
            case MetricNames.IC, MetricNames.HIT_RATE -> 1;
            default -> Double.MAX_VALUE;
        };
    }

    private static ProblemException problem(Path file, int line, String message) {
        return new ProblemException(new Problem(file, line, 1, message, ""));
    }
}
