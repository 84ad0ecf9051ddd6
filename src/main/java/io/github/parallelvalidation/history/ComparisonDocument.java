package io.github.parallelvalidation.history;

import io.github.parallelvalidation.escalation.Decision;
import io.github.parallelvalidation.journal.RunOutcome;
import io.github.parallelvalidation.luck.RunLuck;
import io.github.parallelvalidation.result.StrategyResult;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Converts how two runs differ to plain maps and lists, for `--json`.
public final class ComparisonDocument {
    private ComparisonDocument() {}

    public static Map<String, @Nullable Object> of(RunComparison comparison) {
        ComparisonAccount account = new ComparisonAccount(comparison, ZoneOffset.UTC);
        InputWords inputs = new InputWords(comparison);
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("earlier", run(comparison.before()));
        map.put("later", run(comparison.after()));
        map.put("sentence", account.sentence());
        map.put("in_both", comparison.both().size());
        map.put(
                "flipped",
                comparison.flipped().stream().map(ComparisonDocument::pair).toList());
        map.put("only_earlier", ids(comparison.onlyBefore()));
        map.put("only_later", ids(comparison.onlyAfter()));
        map.put("gates", account.gates());
        map.put("parameters", inputs.parameters());
        map.put("data", inputs.data());
        return map;
    }

    private static Map<String, @Nullable Object> run(RunOutcome run) {
        RunLuck luck = run.luck();
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("run_id", run.plan().runId());
        map.put("started_at", run.plan().startedAt().toString());
        map.put("tier", run.plan().tier().name());
        map.put("strategies", run.summary().total());
        map.put("passed", run.summary().passed());
        map.put("expected_lucky_passes", luck == null ? null : luck.expected());
        map.put(
                "decision",
                run.decision()
                        .map(Decision::option)
                        .map(option -> option.code())
                        .orElse(null));
        return map;
    }

    private static Map<String, Object> pair(RunComparison.Pair pair) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("strategy_id", pair.id().value());
        map.put("name", pair.after().name());
        map.put("earlier", result(pair.before()));
        map.put("later", result(pair.after()));
        return map;
    }

    private static Map<String, Object> result(StrategyResult result) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("verdict", result.judgement().verdict().name());
        map.put("relaxed", result.isRelaxed());
        map.put("why", result.judgement().why());
        return map;
    }

    private static List<String> ids(List<StrategyResult> results) {
        return results.stream().map(result -> result.id().value()).toList();
    }
}
