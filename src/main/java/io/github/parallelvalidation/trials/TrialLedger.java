package io.github.parallelvalidation.trials;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.github.parallelvalidation.gate.MetricNames;
import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.number.PlainNumber;
import io.github.parallelvalidation.workspace.ByteOrderMark;
import io.github.parallelvalidation.workspace.IoReason;
import io.github.parallelvalidation.workspace.OwnFile;
import io.github.parallelvalidation.workspace.Problem;
import io.github.parallelvalidation.workspace.ProblemException;
import io.github.parallelvalidation.workspace.StrategyId;
import io.github.parallelvalidation.workspace.YamlDocument;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The append-only ledger `trials.csv`: one line for each evaluation. Deleting lines makes luck look smaller than it
/// was.
public final class TrialLedger {
    private static final List<String> KEYS = List.of("run_id", "strategy_id", "variant", "parameters_hash", "tier");
    private static final List<String> METRICS = List.of(
            MetricNames.SIGNAL_FREQUENCY,
            MetricNames.HIT_RATE,
            MetricNames.IC,
            MetricNames.IC_P_VALUE,
            MetricNames.LUCK,
            MetricNames.SHARPE,
            MetricNames.PROFIT_FACTOR,
            MetricNames.TRADES,
            MetricNames.WIN_RATE,
            MetricNames.TOTAL_RETURN,
            MetricNames.MAX_DRAWDOWN,
            MetricNames.DAYS);

    private final Path file;

    /// @param file need not be there yet
    public TrialLedger(Path file) {
        this.file = file;
    }

    /// All lines, oldest first.
    ///
    /// @throws ProblemException when a line is none of ours
    public List<Trial> read() {
        return Files.exists(file) ? parse(text()) : List.of();
    }

    /// Adds the lines that are not there yet, so that it may be repeated.
    ///
    /// @throws ProblemException when the file cannot be read as it must be; it is left as it is
    public void add(List<Trial> trials) {
        String text = Files.exists(file) ? text() : "";
        List<Trial> known = parse(text);
        List<Trial> missing = trials.stream()
                .filter(trial -> known.stream().noneMatch(trial::isSameLine))
                .toList();
        if (missing.isEmpty()) {
            return;
        }
        StringWriter added = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(added)) {
            if (ByteOrderMark.skip(text).isBlank()) {
                csv.writeRecord(Stream.concat(KEYS.stream(), METRICS.stream()).toList());
            }
            missing.forEach(trial -> csv.writeRecord(line(trial)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String separator = text.isEmpty() || text.endsWith("\n") ? "" : "\n";
        OwnFile.write(file, text + separator + added);
    }

    private static List<String> line(Trial trial) {
        List<String> fields = new ArrayList<>(List.of(
                trial.runId(),
                trial.strategyId().value(),
                PlainNumber.of(trial.variant()),
                trial.parametersHash(),
                trial.tier().name()));
        for (String metric : METRICS) {
            Double value = trial.metrics().get(metric);
            fields.add(value == null ? "" : PlainNumber.of(value));
        }
        return fields;
    }

    private String text() {
        try {
            return YamlDocument.source(file, Files.readAllBytes(file)).text();
        } catch (IOException e) {
            throw new ProblemException(file, "cannot be read: " + IoReason.of(e), e);
        }
    }

    private List<Trial> parse(String text) {
        List<Trial> trials = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder()
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofNamedCsvRecord(ByteOrderMark.skip(text))) {
            for (NamedCsvRecord line : reader) {
                trials.add(trial(line));
            }
        } catch (CsvParseException e) {
            throw new ProblemException(
                    new Problem(file, line(trials), 1, "is not a CSV file: " + e.getMessage(), ""), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return trials;
    }

    /// The line behind the last that could be read; no field of ours holds a line break.
    private static int line(List<Trial> read) {
        return read.size() + 2;
    }

    private Trial trial(NamedCsvRecord line) {
        Map<String, Double> metrics = new LinkedHashMap<>();
        for (String metric : METRICS) {
            String value = line.findField(metric).orElse("");
            if (!value.isEmpty()) {
                metrics.put(metric, number(line, metric));
            }
        }
        return new Trial(
                field(line, "run_id"),
                StrategyId.parse(field(line, "strategy_id")).orElseThrow(() -> wrong(line, "strategy_id")),
                number(line, "variant"),
                field(line, "parameters_hash"),
                Tier.parse(field(line, "tier")).orElseThrow(() -> wrong(line, "tier")),
                metrics);
    }

    private String field(NamedCsvRecord line, String name) {
        return line.findField(name).filter(value -> !value.isEmpty()).orElseThrow(() -> wrong(line, name));
    }

    private double number(NamedCsvRecord line, String name) {
        try {
            double value = Double.parseDouble(field(line, name));
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw wrong(line, name);
        }
        throw wrong(line, name);
    }

    private ProblemException wrong(NamedCsvRecord line, String name) {
        String found = line.findField(name).map(value -> "'" + value + "'").orElse("nothing");
        return new ProblemException(new Problem(
                file,
                (int) line.getStartingLineNumber(),
                1,
                "this ledger is only ever added to by the program; its %s cannot be %s; restore the line or the file"
                        .formatted(name, found),
                ""));
    }
}
