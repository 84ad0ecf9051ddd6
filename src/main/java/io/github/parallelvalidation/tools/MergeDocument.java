package io.github.parallelvalidation.tools;

import io.github.parallelvalidation.gate.MetricNames;
import io.github.parallelvalidation.journal.OutcomeDocument;
import io.github.parallelvalidation.journal.RunOutcome;
import io.github.parallelvalidation.luck.RunLuckDocument;
import io.github.parallelvalidation.metrics.RunMetrics;
import io.github.parallelvalidation.result.StrategyResult;
import io.github.parallelvalidation.result.Verdict;
import io.github.parallelvalidation.run.RunSentence;
import io.github.parallelvalidation.settings.EscalationOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// Merged results, as maps and plain values.
final class MergeDocument {
    private static final String EXPECTED = "expected_lucky_passes";

    private MergeDocument() {}

    /// Those of one run, all of them.
    ///
    /// @param asks whether it, or what followed it, asks a question that is open
    static Map<String, @Nullable Object> ofRun(
            RunOutcome run, List<StrategyResult> results, boolean asks, List<String> remarks) {
        Map<String, @Nullable Object> map = counts(List.of(run.plan().runId()), results);
        map.put("tier", run.plan().tier().name());
        map.put("saved_seconds", Math.max(0, run.timing().savedSeconds()));
        if (results.size() == run.strategies().size()) {
            RunLuckDocument.put(map, run.luck(), run.summary().passed());
        } else {
            map.put(EXPECTED, expected(results));
        }
        map.put("awaits_decision", asks);
        map.put("choices", asks ? EscalationOption.codes() : List.of());
        map.put("sentence", RunSentence.of(run));
        map.put("alerts", run.alerts());
        return finished(map, results, remarks);
    }

    /// Some of one run, or of several: what noise passes is only known as a sum then.
    static Map<String, @Nullable Object> ofResults(
            List<String> runIds, List<StrategyResult> results, List<String> remarks) {
        Map<String, @Nullable Object> map = counts(runIds, results);
        map.put("tier", null);
        map.put("saved_seconds", null);
        map.put(EXPECTED, expected(results));
        map.put("awaits_decision", false);
        map.put("choices", List.of());
        map.put("sentence", null);
        map.put("alerts", List.of());
        return finished(map, results, remarks);
    }

    private static Map<String, @Nullable Object> counts(List<String> runIds, List<StrategyResult> results) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("run_ids", runIds);
        long passed = results.stream().filter(StrategyResult::passed).count();
        map.put("pass_count", passed);
        map.put("fail_count", results.size() - passed);
        map.put("timeout_count", count(results, Verdict.TIMEOUT));
        map.put("error_count", count(results, Verdict.ERROR));
        map.put("savings_minutes", RunMetrics.nominalSavedMinutes(results.size()));
        return map;
    }

    private static Map<String, @Nullable Object> finished(
            Map<String, @Nullable Object> map, List<StrategyResult> results, List<String> remarks) {
        Map<String, String> byStrategy = new LinkedHashMap<>();
        Map<String, @Nullable Object> q = new LinkedHashMap<>();
        results.forEach(result -> {
            byStrategy.put(result.id().value(), result.judgement().status().name());
            q.put(result.id().value(), number(result, MetricNames.IC_Q_VALUE));
        });
        map.put("by_strategy", byStrategy);
        map.put("q_values", q);
        map.put("results", results.stream().map(OutcomeDocument::result).toList());
        map.put("remarks", remarks);
        return map;
    }

    private static long count(List<StrategyResult> results, Verdict verdict) {
        return results.stream()
                .filter(result -> result.judgement().verdict() == verdict)
                .count();
    }

    private static @Nullable Double number(StrategyResult result, String name) {
        OptionalDouble number = result.judgement().metrics().number(name);
        return number.isPresent() ? number.getAsDouble() : null;
    }

    /// The sum of the chances of each; null where one of them is not known.
    private static @Nullable Double expected(List<StrategyResult> results) {
        double sum = 0;
        for (StrategyResult result : results) {
            Double luck = number(result, MetricNames.LUCK);
            if (luck == null && result.isMeasured()) {
                return null;
            }
            sum += luck == null ? 0 : luck;
        }
        return sum;
    }
}
