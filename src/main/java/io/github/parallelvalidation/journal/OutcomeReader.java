package io.github.parallelvalidation.journal;

import io.github.parallelvalidation.escalation.Decision;
import io.github.parallelvalidation.escalation.Escalation;
import io.github.parallelvalidation.escalation.EscalationReason;
import io.github.parallelvalidation.gate.FailureReason;
import io.github.parallelvalidation.gate.GateResult;
import io.github.parallelvalidation.gate.Metrics;
import io.github.parallelvalidation.luck.RunLuck;
import io.github.parallelvalidation.luck.RunLuckDocument;
import io.github.parallelvalidation.plan.ExecutionPlan;
import io.github.parallelvalidation.queue.Status;
import io.github.parallelvalidation.result.Effort;
import io.github.parallelvalidation.result.Failure;
import io.github.parallelvalidation.result.Judgement;
import io.github.parallelvalidation.result.RunTiming;
import io.github.parallelvalidation.result.StrategyResult;
import io.github.parallelvalidation.result.Verdict;
import io.github.parallelvalidation.settings.EscalationOption;
import io.github.parallelvalidation.workspace.YamlMapping;
import io.github.parallelvalidation.workspace.YamlNode;
import io.github.parallelvalidation.workspace.YamlScalar;
import io.github.parallelvalidation.workspace.YamlValues;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads what [OutcomeDocument] wrote.
public final class OutcomeReader {
    static final String STRATEGIES = "strategies";

    private OutcomeReader() {}

    /// @param strategies the results, which were read before
    static RunOutcome read(ExecutionPlan plan, YamlMapping map, List<StrategyResult> strategies) {
        YamlMapping timing = map.find("timing")
                .orElseThrow(() -> map.problem("'timing' is missing"))
                .asMapping("timing");
        return new RunOutcome(
                plan,
                false,
                map.truth("cancelled"),
                strategies,
                luck(map, strategies),
                new RunTiming(timing.number("wall_clock_seconds"), timing.number("sequential_equivalent_seconds")),
                map.find("escalation").map(OutcomeReader::escalation).orElse(null),
                map.list("alerts", node -> node.asScalar("an alert").value()));
    }

    private static @Nullable RunLuck luck(YamlMapping map, List<StrategyResult> strategies) {
        int passed = (int) strategies.stream().filter(StrategyResult::passed).count();
        return map.find("summary")
                .map(node -> RunLuckDocument.read(node.asMapping("summary"), passed))
                .orElse(null);
    }

    static List<StrategyResult> results(YamlMapping map) {
        return map.list(STRATEGIES, OutcomeReader::result);
    }

    static StrategyResult result(YamlNode node) {
        YamlMapping map = node.asMapping("a result");
        return new StrategyResult(
                map.scalar("strategy_id").asStrategyId("strategy_id"),
                map.findText("name").orElse(""),
                new Judgement(
                        Status.parse(map.text("status")),
                        map.scalar("verdict").asWord("verdict", Verdict.class),
                        metrics(map),
                        gates(map),
                        map.find("failure").map(OutcomeReader::failure).orElse(null),
                        map.numbers("relaxed_gates")),
                new Effort(map.count("attempts"), map.number("seconds"), map.count("peak_memory_mb")),
                InputsDocument.read(map),
                map.truth(OutcomeDocument.WITHOUT_L0_PASS));
    }

    public static Metrics metrics(YamlMapping map) {
        Map<String, String> reasons = new LinkedHashMap<>();
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
        return map.list("gates", OutcomeReader::gate);
    }

    private static GateResult gate(YamlNode node) {
        YamlMapping map = node.asMapping("a gate");
        return new GateResult(
                map.text("name"),
                optional(map, "actual"),
                RequirementDocument.read(map),
                map.truth("passed"),
                FailureReason.parse(map.text("reason"))
                        .orElseThrow(() -> map.problem("'reason' is not a failure reason")),
                map.findText("missing").orElse(null));
    }

    private static Failure failure(YamlNode node) {
        YamlMapping map = node.asMapping("failure");
        return new Failure(
                FailureReason.parse(map.text("reason")).orElse(FailureReason.STRATEGY_ERROR),
                map.truth("fixable"),
                map.findText("message").orElse(""));
    }

    private static Escalation escalation(YamlNode node) {
        YamlMapping map = node.asMapping("escalation");
        return new Escalation(
                map.list("reasons", item -> item.asScalar("a reason").asWord("a reason", EscalationReason.class)),
                map.list("options", item -> option(item.asScalar("an option"))),
                map.find("decision")
                        .map(decision -> new Decision(
                                option(decision.asScalar("decision")),
                                map.scalar("decided_by").asWord("decided_by", Decision.By.class),
                                map.scalar("decided_at").asInstant("decided_at"),
                                map.numbers("thresholds"),
                                map.numbers("instead_of"),
                                new Decision.Retry(
                                        map.list(
                                                "strategies",
                                                item -> item.asScalar("a strategy id")
                                                        .asStrategyId("a strategy id")),
                                        map.findInt("timeout_seconds", 1, Integer.MAX_VALUE))))
                        .orElse(null));
    }

    private static EscalationOption option(YamlScalar scalar) {
        return EscalationOption.parse(scalar.value())
                .orElseThrow(() -> scalar.problem("an option must be one of %s, found %s"
                        .formatted(String.join(", ", EscalationOption.codes()), scalar.describe())));
    }

    private static @Nullable Double optional(YamlMapping map, String key) {
        return map.find(key)
                .map(node -> node.asScalar(key))
                .flatMap(YamlScalar::number)
                .orElse(null);
    }
}
