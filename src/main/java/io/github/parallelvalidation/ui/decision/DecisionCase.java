package io.github.parallelvalidation.ui.decision;

import io.github.parallelvalidation.display.Figures;
import io.github.parallelvalidation.escalation.Escalation;
import io.github.parallelvalidation.escalation.EscalationReason;
import io.github.parallelvalidation.escalation.RetryChoice;
import io.github.parallelvalidation.gate.TierGates;
import io.github.parallelvalidation.journal.RunOutcome;
import io.github.parallelvalidation.result.RunSummary;
import io.github.parallelvalidation.result.StrategyResult;
import io.github.parallelvalidation.settings.Settings;
import java.util.List;
import java.util.Optional;

/// A decision put to the researcher: the evidence. What each choice costs is in its [Prices].
///
/// @param gates the thresholds of the run's tier
/// @param limitSeconds the time limit of one attempt, as the settings say
/// @param reasons why the run asks
/// @param luck what noise alone would have done
public record DecisionCase(RunOutcome outcome, TierGates gates, int limitSeconds, List<String> reasons, String luck) {

    public static DecisionCase of(RunOutcome outcome, Settings settings, TierGates gates) {
        return new DecisionCase(
                outcome,
                gates,
                (int) settings.timeouts().of(outcome.plan().tier()).toSeconds(),
                Optional.ofNullable(outcome.escalation()).map(Escalation::reasons).orElse(List.of()).stream()
                        .map(reason ->
                                words(reason, outcome, settings.failures().autoEscalateThreshold()))
                        .toList(),
                luck(outcome.summary()));
    }

    String title() {
        RunSummary summary = outcome.summary();
        return "%d of %d did not pass %s"
                .formatted(
                        summary.total() - summary.passed(),
                        summary.total(),
                        outcome.plan().tier());
    }

    /// Those that did not pass, in the order of the run.
    List<StrategyResult> failures() {
        return retry().all();
    }

    RetryChoice retry() {
        return RetryChoice.of(outcome.strategies());
    }

    Prices prices() {
        return new Prices(outcome, gates);
    }

    private static String words(EscalationReason reason, RunOutcome outcome, double threshold) {
        RunSummary summary = outcome.summary();
        return switch (reason) {
            case FAILURE_RATE ->
                Figures.percent((double) (summary.total() - summary.passed()) / summary.total())
                        + " did not pass; the settings ask above " + Figures.percent(threshold) + ".";
            case ALL_FAILED -> "Not one passed.";
            case TIMEOUTS ->
                outcome.strategies().stream().mapToInt(StrategyResult::timeouts).sum() + " workers timed out.";
            case RECOVERY_EXHAUSTED -> "A worker vanished again and again until it was given up.";
        };
    }

    private static String luck(RunSummary summary) {
        Double expected = summary.expectedLuckyPasses();
        return expected == null
                ? "What noise alone would have passed is not known here."
                : "Noise alone would have passed about %s of %d; %d passed."
                        .formatted(Figures.expected(expected), summary.total(), summary.passed());
    }
}
