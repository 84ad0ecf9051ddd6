package io.github.parallelvalidation.journal;

import io.github.parallelvalidation.escalation.Decision;
import io.github.parallelvalidation.escalation.Escalation;
import io.github.parallelvalidation.escalation.OptionPreviews;
import io.github.parallelvalidation.escalation.RunEvidence;
import io.github.parallelvalidation.gate.MetricNames;
import io.github.parallelvalidation.gate.TierGates;
import io.github.parallelvalidation.luck.RunLuck;
import io.github.parallelvalidation.luck.RunWorlds;
import io.github.parallelvalidation.luck.StoredWorlds;
import io.github.parallelvalidation.plan.ExecutionPlan;
import io.github.parallelvalidation.result.AttemptCard;
import io.github.parallelvalidation.result.JudgedGates;
import io.github.parallelvalidation.result.Outcome;
import io.github.parallelvalidation.result.RunSummary;
import io.github.parallelvalidation.result.RunTiming;
import io.github.parallelvalidation.result.StrategyResult;
import io.github.parallelvalidation.supervise.Attempt;
import io.github.parallelvalidation.workspace.StrategyId;
import io.github.parallelvalidation.workspace.Workspace;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The complete outcome of a run.
///
/// @param dryRun only planned, nothing run and nothing written
/// @param cancelled the researcher stopped it; unfinished strategies are as if they had never started
/// @param strategies results in the order of the plan
/// @param luck what noise alone would have passed, or null where nothing is known of that
/// @param escalation the question that the run asks, or null
/// @param alerts sentences that point out what is unusual
public record RunOutcome(
        ExecutionPlan plan,
        boolean dryRun,
        boolean cancelled,
        List<StrategyResult> strategies,
        @Nullable RunLuck luck,
        RunTiming timing,
        @Nullable Escalation escalation,
        List<String> alerts) {
    public RunOutcome {
        strategies = List.copyOf(strategies);
        alerts = List.copyOf(alerts);
    }

    /// The outcome of a plan of which nothing was run.
    public static RunOutcome planned(ExecutionPlan plan, boolean dryRun) {
        return new RunOutcome(plan, dryRun, false, List.of(), null, RunTiming.NONE, null, List.of());
    }

    public RunOutcome with(RunTiming measured, List<String> newAlerts) {
        return new RunOutcome(plan, dryRun, cancelled, strategies, luck, measured, escalation, newAlerts);
    }

    RunOutcome with(List<StrategyResult> results) {
        return new RunOutcome(plan, dryRun, cancelled, results, luck, timing, escalation, alerts);
    }

    /// Without what is known of each attempt.
    RunOutcome withoutCards() {
        return with(
                strategies.stream().map(result -> result.withCards(List.of())).toList());
    }

    /// With what is known of each attempt at its strategies.
    RunOutcome withCards(Map<StrategyId, List<Attempt>> attempts) {
        return with(strategies.stream()
                .map(result -> result.withCards(AttemptCard.of(attempts.getOrDefault(result.id(), List.of()))))
                .toList());
    }

    RunOutcome withoutInputs() {
        return with(strategies.stream().map(StrategyResult::withoutInputs).toList());
    }

    RunOutcome withoutPlacebo() {
        return with(strategies.stream()
                .map(result -> result.withMetrics(result.judgement().metrics().leavingOut(MetricNames.PLACEBO)))
                .toList());
    }

    /// A dry run that has something to run: what would come of it is not known.
    public boolean isOnlyPlanned() {
        return dryRun && !plan.strategies().isEmpty();
    }

    /// The results by their strategy.
    public Map<StrategyId, StrategyResult> byStrategy() {
        return strategies.stream()
                .collect(Collectors.toMap(StrategyResult::id, Function.identity(), (first, _) -> first));
    }

    public RunSummary summary() {
        return RunSummary.of(strategies, luck);
    }

    public Outcome outcome() {
        return Outcome.of(summary());
    }

    /// The previews of the choices about this run.
    ///
    /// @param today the gates of its tier as the protocol has them now
    /// @param worlds of its strategies, as far as they are still there
    /// @param since strategies that newer runs have judged again: a decision about this run no longer changes them
    /// @param changed strategies that are others now than this run judged: no gate is relaxed for them
    public OptionPreviews previews(TierGates today, RunWorlds worlds, Set<StrategyId> since, Set<StrategyId> changed) {
        TierGates gates = JudgedGates.of(strategies, today);
        List<StrategyResult> rest = strategies.stream()
                .filter(result -> !since.contains(result.id()))
                .toList();
        RunEvidence evidence = RunEvidence.of(luck, worlds, rest);
        return new OptionPreviews(
                plan.tier(),
                gates,
                plan.workers(),
                rest,
                rest.size() == strategies.size() ? evidence : evidence.countedAgain(gates, rest),
                changed);
    }

    /// The worlds of its strategies that are still there.
    public RunWorlds worlds(Workspace workspace) {
        Map<StrategyId, String> checksums = new LinkedHashMap<>();
        for (StrategyResult result : strategies) {
            if (result.judgement().metrics().values().get(MetricNames.PLACEBO_SHA256) instanceof String sha256) {
                checksums.put(result.id(), sha256);
            }
        }
        return StoredWorlds.find(workspace, plan.tier(), checksums, luck == null ? 0 : luck.worlds());
    }

    /// The decision about the run, where one was asked for and made.
    public Optional<Decision> decision() {
        return escalation == null ? Optional.empty() : escalation.decided();
    }

    /// Whether the question still waits for an answer.
    public boolean awaitsDecision() {
        return escalation != null && decision().isEmpty();
    }
}
