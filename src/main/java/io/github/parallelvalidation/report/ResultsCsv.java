package io.github.parallelvalidation.report;

import io.github.parallelvalidation.gate.MetricNames;
import io.github.parallelvalidation.gate.ThresholdsText;
import io.github.parallelvalidation.journal.RunOutcome;
import io.github.parallelvalidation.number.PlainNumber;
import io.github.parallelvalidation.result.Judgement;
import io.github.parallelvalidation.result.StrategyResult;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Writes a run as CSV: one line per strategy, every number in full precision, empty where there is none.
public final class ResultsCsv {
    private static final List<String> FIXED = List.of(
            "run_id", "tier", "strategy_id", "name", "status", "verdict", "attempts", "seconds", "peak_memory_mb");
    private static final List<String> LAST =
            List.of(MetricNames.PLACEBO_METHOD, "reason", "message", "relaxed_gates", "without_l0_pass");

    private ResultsCsv() {}

    /// @param runs the run, and after it that of the next tier where there was one
    public static String of(List<RunOutcome> runs) {
        Set<String> metrics = new LinkedHashSet<>();
        runs.stream()
                .flatMap(run -> run.strategies().stream())
                .forEach(result ->
                        metrics.addAll(result.judgement().metrics().numbers().keySet()));
        List<String> header = new ArrayList<>(FIXED);
        header.addAll(metrics);
        header.addAll(LAST);
        List<List<String>> rows = new ArrayList<>();
        rows.add(header);
        for (RunOutcome run : runs) {
            run.strategies().forEach(result -> rows.add(line(run, result, metrics)));
        }
        return CsvTable.of(rows);
    }

    private static List<String> line(RunOutcome run, StrategyResult result, Set<String> metrics) {
        Judgement judgement = result.judgement();
        List<String> fields = new ArrayList<>(List.of(
                run.plan().runId(),
                run.plan().tier().name(),
                result.id().value(),
                result.name(),
                judgement.status().name(),
                judgement.verdict().name(),
                String.valueOf(result.effort().attempts()),
                PlainNumber.of(result.effort().seconds()),
                String.valueOf(result.effort().peakMemoryMb())));
        Map<String, Double> numbers = judgement.metrics().numbers();
        for (String metric : metrics) {
            Double value = numbers.get(metric);
            fields.add(value == null ? "" : PlainNumber.of(value));
        }
        Object method = judgement.metrics().values().get(MetricNames.PLACEBO_METHOD);
        fields.add(method == null ? "" : String.valueOf(method));
        fields.add(
                judgement.failure() == null ? "" : judgement.failure().reason().code());
        fields.add(judgement.failure() == null ? "" : judgement.failure().message());
        fields.add(ThresholdsText.of(judgement.relaxedGates()));
        fields.add(result.withoutL0Pass() ? "true" : "");
        return fields;
    }
}
