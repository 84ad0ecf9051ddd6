package io.github.parallelvalidation.trials;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.github.parallelvalidation.gate.MetricNames;
import io.github.parallelvalidation.number.PlainNumber;
import io.github.parallelvalidation.workspace.ByteOrderMark;
import io.github.parallelvalidation.workspace.OwnFile;
import io.github.parallelvalidation.workspace.Problem;
import io.github.parallelvalidation.workspace.ProblemException;
import io.github.parallelvalidation.workspace.YamlDocument;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.ref.SoftReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
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

    /// Some three hundred thousand trials.
    private static final int SIZE_LIMIT = 64 << 20;

    /// What was read last: a run reads the ledger several times, and mostly it still says the same word for word.
    private static volatile SoftReference<Known> latest = new SoftReference<>(null);

    private final Path file;

    private record Known(Path file, String text, List<Trial> trials) {}

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
        Set<Trial.Line> there = known.stream().map(Trial::line).collect(Collectors.toSet());
        List<Trial> missing =
                trials.stream().filter(trial -> !there.contains(trial.line())).toList();
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
        return YamlDocument.source(file, SIZE_LIMIT).text();
    }

    private List<Trial> parse(String text) {
        Known known = latest.get();
        if (known != null && known.file().equals(file) && known.text().equals(text)) {
            return known.trials();
        }
        List<Trial> trials = List.copyOf(parsed(text));
        latest = new SoftReference<>(new Known(file, text, trials));
        return trials;
    }

    /// Spreadsheets leave rows of nothing but commas.
    private static boolean isBlank(CsvRecord line) {
        return line.getField(0).isBlank() && line.getFields().stream().allMatch(String::isBlank);
    }

    private List<Trial> parsed(String text) {
        List<Trial> trials = new ArrayList<>();
        // The line behind the last that could be read; no field of ours holds a line break.
        long next = 1;
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(ByteOrderMark.skip(text))) {
            TrialLine lines = null;
            for (CsvRecord line : reader) {
                next = line.getStartingLineNumber() + 1;
                if (lines == null) {
                    lines = new TrialLine(file, line.getFields(), METRICS);
                } else if (!isBlank(line)) {
                    trials.add(lines.trial(line));
                }
            }
        } catch (CsvParseException e) {
            throw new ProblemException(new Problem(file, (int) next, 1, "is not a CSV file: " + e.getMessage(), ""), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return trials;
    }
}
