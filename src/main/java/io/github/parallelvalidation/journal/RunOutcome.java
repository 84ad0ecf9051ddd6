package io.github.parallelvalidation.journal;

import io.github.parallelvalidation.escalation.Decision;
import io.github.parallelvalidation.escalation.Escalation;
import io.github.parallelvalidation.gate.MetricNames;
import io.github.parallelvalidation.plan.ExecutionPlan;
import io.github.parallelvalidation.result.AttemptCard;
import io.github.parallelvalidation.result.Outcome;
import io.github.parallelvalidation.result.RunSummary;
import io.github.parallelvalidation.result.RunTiming;
import io.github.parallelvalidation.result.StrategyResult;
import io.github.parallelvalidation.supervise.Attempt;
import io.github.parallelvalidation.workspace.StrategyId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The complete outcome of a run.
///
/// @param dryRun only planned, nothing run and nothing written
/// @param cancelled the researcher stopped it; unfinished strategies are as if they had never started
/// @param strategies results in the order of the plan
/// @param escalation the question that the run asks, or null
/// @param alerts sentences that point out what is unusual
public record RunOutcome(
        ExecutionPlan plan,
        boolean dryRun,
        boolean cancelled,
        List<StrategyResult> strategies,
        RunTiming timing,
        @Nullable Escalation escalation,
        List<String> alerts) {
    public RunOutcome {
        strategies = List.copyOf(strategies);
        alerts = List.copyOf(alerts);
    }

    /// The outcome of a plan of which nothing was run.
    public static RunOutcome planned(ExecutionPlan plan, boolean dryRun) {
        return new RunOutcome(plan, dryRun, false, List.of(), RunTiming.NONE, null, List.of());
    }

    public RunOutcome with(RunTiming measured, List<String> newAlerts) {
        return new RunOutcome(plan, dryRun, cancelled, strategies, measured, escalation, newAlerts);
    }

    public RunOutcome with(List<StrategyResult> results) {
        return new RunOutcome(plan, dryRun, cancelled, results, timing, escalation, alerts);
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

    RunOutcome withoutPlacebo() {
        return with(strategies.stream()
                .map(result -> result.withMetrics(result.judgement().metrics().leavingOut(MetricNames.PLACEBO)))
                .toList());
    }

    /// A dry run that has something to run: what would come of it is not known.
    public boolean isOnlyPlanned() {
        return dryRun && !plan.strategies().isEmpty();
    }

    public RunSummary summary() {
        return RunSummary.of(strategies);
    }

    public Outcome outcome() {
        return Outcome.of(summary());
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
