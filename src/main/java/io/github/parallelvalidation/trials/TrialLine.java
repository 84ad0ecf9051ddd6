package io.github.parallelvalidation.trials;

import de.siegmar.fastcsv.reader.CsvRecord;
import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.workspace.Problem;
import io.github.parallelvalidation.workspace.ProblemException;
import io.github.parallelvalidation.workspace.StrategyId;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Reads the lines of the [TrialLedger] below one header.
final class TrialLine {
    private static final String RUN_ID = "run_id";
    private static final String HASH = "parameters_hash";
    private static final Pattern SHORTENED = Pattern.compile("[0-9]([.,][0-9]+)?E\\+[0-9]+");

    private final Path file;
    private final List<String> metrics;
    private final Map<String, Integer> columns = new HashMap<>();
    /// The trials of a run stand together, with the same run and often the same strategy.
    private String runId = "";

    /// @param header the names of the columns
    /// @param metrics the columns that hold metrics, where they are there
    /// @throws ProblemException when it is no header of ours
    TrialLine(Path file, List<String> header, List<String> metrics) {
        this.file = file;
        this.metrics = metrics;
        for (int i = 0; i < header.size(); i++) {
            columns.putIfAbsent(header.get(i), i);
        }
        if (!columns.containsKey(RUN_ID)) {
            throw new ProblemException(new Problem(
                    file,
                    1,
                    1,
                    "the ledger must begin with the names of its columns, separated by commas: run_id,strategy_id,…",
                    String.join(",", header)));
        }
    }

    /// @throws ProblemException when the line is none of ours
    Trial trial(CsvRecord line) {
        Map<String, Double> numbers = new LinkedHashMap<>();
        for (String metric : metrics) {
            if (!find(line, metric).isEmpty()) {
                numbers.put(metric, number(line, metric));
            }
        }
        String run = field(line, RUN_ID);
        if (!run.equals(runId)) {
            runId = run;
        }
        return new Trial(
                runId,
                StrategyId.parse(field(line, "strategy_id")).orElseThrow(() -> wrong(line, "strategy_id")),
                number(line, "variant"),
                hash(line),
                Tier.parse(field(line, "tier")).orElseThrow(() -> wrong(line, "tier")),
                numbers);
    }

    /// Sixteen digits are a number to a spreadsheet, which saves the first few of them.
    private String hash(CsvRecord line) {
        String hash = field(line, HASH);
        if (SHORTENED.matcher(hash).matches()) {
            throw wrong(line, HASH);
        }
        return hash;
    }

    /// Empty where there is no such column, or nothing in it.
    private String find(CsvRecord line, String name) {
        int column = columns.getOrDefault(name, Integer.MAX_VALUE);
        return column < line.getFieldCount() ? line.getField(column) : "";
    }

    private String field(CsvRecord line, String name) {
        String value = find(line, name);
        if (value.isEmpty()) {
            throw wrong(line, name);
        }
        return value;
    }

    private double number(CsvRecord line, String name) {
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

    private ProblemException wrong(CsvRecord line, String name) {
        boolean isThere = columns.getOrDefault(name, Integer.MAX_VALUE) < line.getFieldCount();
        String found = isThere ? "'" + find(line, name) + "'" : "nothing";
        return new ProblemException(new Problem(
                file,
                (int) line.getStartingLineNumber(),
                1,
                "this ledger is only ever added to by the program; its %s cannot be %s; restore the line or the file"
                        .formatted(name, found),
                ""));
    }
}
