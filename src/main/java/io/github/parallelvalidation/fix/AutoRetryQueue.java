package io.github.parallelvalidation.fix;

import io.github.parallelvalidation.gate.GateResult;
import io.github.parallelvalidation.gate.Requirement;
import io.github.parallelvalidation.journal.OutcomeDocument;
import io.github.parallelvalidation.journal.RequirementDocument;
import io.github.parallelvalidation.journal.RunOutcome;
import io.github.parallelvalidation.number.PlainNumber;
import io.github.parallelvalidation.queue.Status;
import io.github.parallelvalidation.result.Failure;
import io.github.parallelvalidation.result.Judgement;
import io.github.parallelvalidation.result.StrategyResult;
import io.github.parallelvalidation.workspace.OwnFile;
import io.github.parallelvalidation.workspace.StrategyId;
import io.github.parallelvalidation.workspace.Workspace;
import io.github.parallelvalidation.workspace.YamlDocument;
import io.github.parallelvalidation.workspace.YamlNode;
import io.github.parallelvalidation.workspace.YamlText;
import io.github.parallelvalidation.workspace.YamlValues;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// `auto-retry-queue.yaml`: fixable failures handed to auto-retry. A strategy is in it once, with its newest failure.
public final class AutoRetryQueue {
    private static final String ROOT = "auto_retry_queue";

    private final Workspace workspace;
    private final FixAttempts fixes;

    /// @param fixes the attempts with varied parameters of the run
    public AutoRetryQueue(Workspace workspace, FixAttempts fixes) {
        this.workspace = workspace;
        this.fixes = fixes;
    }

    private Path file() {
        return workspace.autoRetryQueue();
    }

    public void update(RunOutcome outcome, Instant now) {
        Set<String> judged =
                outcome.strategies().stream().map(result -> result.id().value()).collect(Collectors.toSet());
        List<Map<String, @Nullable Object>> before = read();
        List<Map<String, @Nullable Object>> entries = new ArrayList<>(before);
        entries.removeIf(entry -> judged.contains(String.valueOf(entry.get("strategy_id"))));
        for (StrategyResult result : outcome.strategies()) {
            Judgement judgement = result.judgement();
            if (judgement.status() == Status.FIXABLE_FAILURE && judgement.failure() != null) {
                entries.add(entry(outcome, result, judgement.failure(), now));
            }
        }
        if (!entries.equals(before)) {
            OwnFile.write(file(), YamlText.dump(Map.of(ROOT, entries)));
        }
    }

    /// Takes out what needs no other parameters any more.
    public static void remove(Workspace workspace, Set<StrategyId> passed) {
        AutoRetryQueue queue = new AutoRetryQueue(workspace, FixAttempts.NONE);
        Set<String> ids = passed.stream().map(StrategyId::value).collect(Collectors.toSet());
        List<Map<String, @Nullable Object>> before = queue.read();
        List<Map<String, @Nullable Object>> entries = new ArrayList<>(before);
        entries.removeIf(entry -> ids.contains(String.valueOf(entry.get("strategy_id"))));
        if (!entries.equals(before)) {
            OwnFile.write(queue.file(), YamlText.dump(Map.of(ROOT, entries)));
        }
    }

    private Map<String, @Nullable Object> entry(
            RunOutcome outcome, StrategyResult result, Failure failure, Instant now) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("strategy_id", result.id().value());
        map.put("tier", outcome.plan().tier().name());
        map.put("run_id", outcome.plan().runId());
        map.put("reason", failure.reason().code());
        map.put("message", failure.message());
        Optional<GateResult> gate = decidingGate(result, failure);
        map.put("value", gate.map(GateResult::actual).map(PlainNumber::value).orElse(null));
        map.put(
                "threshold",
                gate.map(GateResult::requirement)
                        .map(RequirementDocument::threshold)
                        .map(PlainNumber::value)
                        .orElse(null));
        map.put("gap", gate.flatMap(AutoRetryQueue::gap).map(PlainNumber::value).orElse(null));
        map.put(
                "suggested_action",
                new Suggestion(workspace, outcome.plan().tier(), result, failure, fixes.of(result.id())).sentence());
        map.put(
                "gates",
                result.judgement().gates().stream()
                        .filter(failed -> !failed.passed())
                        .map(OutcomeDocument::gate)
                        .toList());
        map.put("queued_at", now.toString());
        return map;
    }

    private static Optional<GateResult> decidingGate(StrategyResult result, Failure failure) {
        return result.judgement().gates().stream()
                .filter(gate -> !gate.passed() && gate.reason() == failure.reason())
                .findFirst();
    }

    /// How much the value lacks, 0 or more; for the hit rate, how much further from a coin's it would have to be.
    static Optional<Double> gap(GateResult gate) {
        Double actual = gate.actual();
        if (actual == null) {
            return Optional.empty();
        }
        BigDecimal value = BigDecimal.valueOf(actual);
        BigDecimal gap = switch (gate.requirement()) {
            case Requirement.MoreThan(double threshold) ->
                BigDecimal.valueOf(threshold).subtract(value);
            case Requirement.LessThan(double threshold) -> value.subtract(BigDecimal.valueOf(threshold));
            case Requirement.AwayFrom(double centre, double tolerance) ->
                BigDecimal.valueOf(tolerance)
                        .subtract(value.subtract(BigDecimal.valueOf(centre)).abs());
        };
        return Optional.of(gap.doubleValue());
    }

    private List<Map<String, @Nullable Object>> read() {
        if (!Files.exists(file())) {
            return List.of();
        }
        YamlNode root = YamlDocument.read(file());
        if (root.isNull()) {
            return List.of();
        }
        return root.asMapping("the auto-retry queue")
                .find(ROOT)
                .map(node -> node.asSequence(ROOT).items().stream()
                        .map(item -> YamlValues.map(item.asMapping("an entry")))
                        .toList())
                .orElse(List.of());
    }
}
