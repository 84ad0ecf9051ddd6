package io.github.parallelvalidation.journal;

import io.github.parallelvalidation.escalation.Decision;
import io.github.parallelvalidation.escalation.Escalation;
import io.github.parallelvalidation.escalation.EscalationReason;
import io.github.parallelvalidation.gate.FailureReason;
import io.github.parallelvalidation.gate.GateResult;
import io.github.parallelvalidation.gate.Metrics;
import io.github.parallelvalidation.plan.ExecutionPlan;
import io.github.parallelvalidation.queue.Status;
import io.github.parallelvalidation.result.Effort;
import io.github.parallelvalidation.result.Failure;
import io.github.parallelvalidation.result.Judgement;
import io.github.parallelvalidation.result.RunTiming;
import io.github.parallelvalidation.result.StrategyResult;
import io.github.parallelvalidation.result.Verdict;
import io.github.parallelvalidation.settings.EscalationOption;
import io.github.parallelvalidation.workspace.StrategyId;
import io.github.parallelvalidation.workspace.YamlMapping;
import io.github.parallelvalidation.workspace.YamlNode;
import io.github.parallelvalidation.workspace.YamlScalar;
import io.github.parallelvalidation.workspace.YamlValues;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Reads back what [OutcomeDocument] wrote.
public final class OutcomeReader {
    private OutcomeReader() {}

    static RunOutcome read(ExecutionPlan plan, YamlMapping map) {
        YamlMapping timing = map.find("timing")
                .orElseThrow(() -> map.problem("'timing' is missing"))
                .asMapping("timing");
        return new RunOutcome(
                plan,
                false,
                map.find("cancelled").map(node -> truth(node, "cancelled")).orElse(false),
                list(map, "strategies", OutcomeReader::result),
                new RunTiming(
                        Fields.number(timing, "wall_clock_seconds"),
                        Fields.number(timing, "sequential_equivalent_seconds")),
                map.find("escalation").map(OutcomeReader::escalation).orElse(null),
                list(map, "alerts", node -> node.asScalar("an alert").value()));
    }

    private static StrategyResult result(YamlNode node) {
        YamlMapping map = node.asMapping("a result");
        return new StrategyResult(
                Fields.id(map, "strategy_id"),
                Fields.find(map, "name").orElse(""),
                new Judgement(
                        Status.parse(Fields.text(map, "status")),
                        Fields.word(map, "verdict", Verdict.class),
                        metrics(map),
                        gates(map),
                        map.find("failure").map(OutcomeReader::failure).orElse(null),
                        numbers(map, "relaxed_gates")),
                new Effort((int) Fields.number(map, "attempts"), Fields.number(map, "seconds"), (long)
                        Fields.number(map, "peak_memory_mb")));
    }

    public static Metrics metrics(YamlMapping map) {
        Map<String, String> reasons = new HashMap<>();
        map.find("reasons")
                .map(node -> node.asMapping("reasons"))
                .ifPresent(mapping -> mapping.pairs()
                        .forEach(pair -> reasons.put(
                                pair.key().value(),
                                pair.value().asScalar("a reason").value())));
        return map.find("metrics")
                .map(node -> new Metrics(YamlValues.map(node.asMapping("metrics")), reasons))
                .orElse(Metrics.NONE);
    }

    public static List<GateResult> gates(YamlMapping map) {
        return list(map, "gates", OutcomeReader::gate);
    }

    private static GateResult gate(YamlNode node) {
        YamlMapping map = node.asMapping("a gate");
        return new GateResult(
                Fields.text(map, "name"),
                optional(map, "actual"),
                RequirementDocument.read(map),
                map.find("passed").map(passed -> truth(passed, "passed")).orElse(false),
                FailureReason.parse(Fields.text(map, "reason"))
                        .orElseThrow(() -> map.problem("'reason' is not a failure reason")),
                Fields.find(map, "missing").orElse(null));
    }

    private static Failure failure(YamlNode node) {
        YamlMapping map = node.asMapping("failure");
        return new Failure(
                FailureReason.parse(Fields.text(map, "reason")).orElse(FailureReason.STRATEGY_ERROR),
                map.find("fixable").map(fixable -> truth(fixable, "fixable")).orElse(false),
                Fields.find(map, "message").orElse(""));
    }

    private static Escalation escalation(YamlNode node) {
        YamlMapping map = node.asMapping("escalation");
        return new Escalation(
                list(map, "reasons", item -> item.asScalar("a reason").asWord("a reason", EscalationReason.class)),
                list(map, "options", item -> option(item.asScalar("an option"))),
                map.find("decision")
                        .map(decision -> new Decision(
                                option(decision.asScalar("decision")),
                                Fields.word(map, "decided_by", Decision.By.class),
                                Fields.instant(map, "decided_at"),
                                numbers(map, "thresholds"),
                                new Decision.Retry(
                                        list(map, "strategies", OutcomeReader::id),
                                        Fields.seconds(map, "timeout_seconds"))))
                        .orElse(null));
    }

    private static StrategyId id(YamlNode node) {
        YamlScalar scalar = node.asScalar("a strategy id");
        return StrategyId.parse(scalar.value())
                .orElseThrow(() -> scalar.problem("a strategy id must be STR- and digits, found " + scalar.describe()));
    }

    private static EscalationOption option(YamlScalar scalar) {
        return EscalationOption.parse(scalar.value())
                .orElseThrow(() -> scalar.problem("an option must be one of %s, found %s"
                        .formatted(String.join(", ", EscalationOption.codes()), scalar.describe())));
    }

    private static <T> List<T> list(YamlMapping map, String key, Function<YamlNode, T> item) {
        return map.find(key)
                .map(node -> node.asSequence(key).items().stream().map(item).toList())
                .orElse(List.of());
    }

    public static Map<String, Double> numbers(YamlMapping map, String key) {
        Map<String, Double> numbers = new LinkedHashMap<>();
        map.find(key)
                .map(node -> node.asMapping(key))
                .ifPresent(mapping -> mapping.pairs()
                        .forEach(pair -> numbers.put(
                                pair.key().value(),
                                Fields.number(mapping, pair.key().value()))));
        return numbers;
    }

    private static @Nullable Double optional(YamlMapping map, String key) {
        return map.find(key)
                .map(node -> node.asScalar(key))
                .flatMap(YamlScalar::number)
                .orElse(null);
    }

    private static boolean truth(YamlNode node, String key) {
        return node.asScalar(key).asBoolean(key);
    }
}
