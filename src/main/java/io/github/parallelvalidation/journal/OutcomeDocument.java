package io.github.parallelvalidation.journal;

import io.github.parallelvalidation.escalation.Escalation;
import io.github.parallelvalidation.gate.GateResult;
import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.luck.RunLuckDocument;
import io.github.parallelvalidation.number.PlainNumber;
import io.github.parallelvalidation.plan.PlannedStrategy;
import io.github.parallelvalidation.result.AttemptCardDocument;
import io.github.parallelvalidation.result.Failure;
import io.github.parallelvalidation.result.Judgement;
import io.github.parallelvalidation.result.RunSummary;
import io.github.parallelvalidation.result.SameIdeas;
import io.github.parallelvalidation.result.StrategyResult;
import io.github.parallelvalidation.workspace.StrategyId;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Converts a run's outcome to plain maps and lists, for `--json` and the plan file.
public final class OutcomeDocument {
    static final String WITHOUT_L0_PASS = "without_l0_pass";

    private OutcomeDocument() {}

    /// For people and programs. Placebo counts are left out: they are many, and for decisions alone.
    public static Map<String, @Nullable Object> of(RunOutcome outcome) {
        Map<String, @Nullable Object> map = beforePlan(outcome);
        map.put(
                "plan",
                outcome.plan().strategies().stream()
                        .map(OutcomeDocument::planned)
                        .toList());
        map.putAll(results(outcome.withoutPlacebo()));
        map.putAll(behindResults(outcome));
        return map;
    }

    static Map<String, @Nullable Object> beforePlan(RunOutcome outcome) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("run_id", outcome.plan().runId());
        map.put("tier", outcome.plan().tier().name());
        map.put("dry_run", outcome.dryRun());
        map.put("cancelled", outcome.cancelled());
        map.put("workers", outcome.plan().workers());
        map.put("outcome", outcome.isOnlyPlanned() ? null : outcome.outcome().name());
        return map;
    }

    /// With all that a decision can be taken from later.
    static Map<String, @Nullable Object> results(RunOutcome outcome) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put(
                "strategies",
                outcome.strategies().stream().map(OutcomeDocument::result).toList());
        return map;
    }

    static Map<String, @Nullable Object> behindResults(RunOutcome outcome) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        Map<String, @Nullable Object> summary = summary(outcome.summary());
        if (outcome.plan().tier() == Tier.L1) {
            summary.put(
                    "same_ideas",
                    SameIdeas.of(outcome.strategies()).stream()
                            .map(idea -> idea.stream().map(StrategyId::value).toList())
                            .toList());
        }
        map.put("summary", summary);
        map.put(
                "timing",
                Map.of(
                        "wall_clock_seconds", outcome.timing().wallClockSeconds(),
                        "sequential_equivalent_seconds", outcome.timing().sequentialEquivalentSeconds()));
        map.put("escalation", outcome.escalation() == null ? null : escalation(outcome.escalation()));
        map.put("alerts", outcome.alerts());
        return map;
    }

    private static Map<String, Object> planned(PlannedStrategy planned) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("strategy_id", planned.id().value());
        map.put("estimated_seconds", planned.estimatedSeconds());
        if (planned.withoutL0Pass()) {
            map.put(WITHOUT_L0_PASS, true);
        }
        return map;
    }

    /// The result of one strategy.
    public static Map<String, @Nullable Object> result(StrategyResult result) {
        Judgement judgement = result.judgement();
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("strategy_id", result.id().value());
        map.put("name", result.name());
        map.put("status", judgement.status().name());
        map.put("verdict", judgement.verdict().name());
        map.put("attempts", result.effort().attempts());
        map.put("seconds", result.effort().seconds());
        map.put("peak_memory_mb", result.effort().peakMemoryMb());
        map.put("metrics", judgement.metrics().values());
        if (!judgement.metrics().reasons().isEmpty()) {
            map.put("reasons", judgement.metrics().reasons());
        }
        map.put("gates", judgement.gates().stream().map(OutcomeDocument::gate).toList());
        map.put("failure", judgement.failure() == null ? null : failure(judgement.failure()));
        if (!result.effort().cards().isEmpty()) {
            map.put("attempt_details", AttemptCardDocument.of(result.effort().cards()));
        }
        if (!judgement.relaxedGates().isEmpty()) {
            map.put("relaxed_gates", judgement.relaxedGates());
        }
        if (result.withoutL0Pass()) {
            map.put(WITHOUT_L0_PASS, true);
        }
        if (result.inputs().isKnown()) {
            map.put(InputsDocument.KEY, InputsDocument.of(result.inputs()));
        }
        return map;
    }

    public static Map<String, @Nullable Object> gate(GateResult gate) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("name", gate.name());
        map.put("actual", gate.actual() == null ? null : PlainNumber.value(gate.actual()));
        map.putAll(RequirementDocument.of(gate.requirement()));
        map.put("passed", gate.passed());
        map.put("reason", gate.reason().code());
        if (gate.missing() != null) {
            map.put("missing", gate.missing());
        }
        return map;
    }

    private static Map<String, Object> failure(Failure failure) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("reason", failure.reason().code());
        map.put("fixable", failure.fixable());
        map.put("message", failure.message());
        return map;
    }

    private static Map<String, @Nullable Object> summary(RunSummary summary) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("passed", summary.passed());
        map.put("failed", summary.failed());
        map.put("timeout", summary.timeout());
        map.put("error", summary.error());
        RunLuckDocument.put(map, summary.luck(), summary.passed());
        return map;
    }

    static Map<String, @Nullable Object> escalation(Escalation escalation) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("reasons", escalation.reasons().stream().map(Enum::name).toList());
        map.put(
                "options",
                escalation.options().stream().map(option -> option.code()).toList());
        map.put("decision", null);
        map.put("decided_by", null);
        escalation.decided().ifPresent(decision -> {
            map.put("decision", decision.option().code());
            map.put("decided_by", decision.decidedBy().code());
            map.put("decided_at", decision.at().toString());
            if (!decision.thresholds().isEmpty()) {
                map.put("thresholds", decision.thresholds());
            }
            if (!decision.insteadOf().isEmpty()) {
                map.put("instead_of", decision.insteadOf());
            }
            if (!decision.retry().strategies().isEmpty()) {
                map.put(
                        "strategies",
                        decision.retry().strategies().stream()
                                .map(StrategyId::value)
                                .toList());
            }
            decision.retry().timeoutSeconds().ifPresent(seconds -> map.put("timeout_seconds", seconds));
        });
        return map;
    }
}
