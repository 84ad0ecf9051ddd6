package io.github.parallelvalidation.ui.decision;

import io.github.parallelvalidation.display.Figures;
import io.github.parallelvalidation.escalation.Relaxation;
import io.github.parallelvalidation.escalation.RelaxationImpact;
import io.github.parallelvalidation.escalation.RetryChoice;
import io.github.parallelvalidation.gate.TierGates;
import io.github.parallelvalidation.journal.RunOutcome;
import io.github.parallelvalidation.result.Failure;
import io.github.parallelvalidation.result.RunSummary;
import io.github.parallelvalidation.result.StrategyResult;
import io.github.parallelvalidation.workspace.StrategyId;
import java.util.List;
import java.util.Map;

/// What each choice costs and may bring, in numbers, before it is taken.
record Prices(RunOutcome outcome, TierGates gates) {

    Relaxation byDefault() {
        return Relaxation.byDefault(outcome.plan().tier(), gates, outcome.strategies());
    }

    Relaxation relaxation(Map<String, Double> thresholds) {
        return Relaxation.to(outcome.plan().tier(), gates, thresholds);
    }

    RelaxationImpact of(Relaxation relaxation) {
        return RelaxationImpact.of(relaxation, outcome.strategies());
    }

    String proceedTitle() {
        int passed = outcome.summary().passed();
        return passed == 0 ? "Continue with none" : "Continue with the %d that passed".formatted(passed);
    }

    String proceed() {
        RunSummary summary = outcome.summary();
        Double luck = summary.expectedLuckyPasses();
        String honest = luck == null || summary.passed() == 0
                ? ""
                : " Noise alone would have passed about " + Figures.expected(luck) + ".";
        return "Costs nothing. %d stay as they are, %d of them fixable.%s"
                .formatted(failures().size(), fixable(), honest);
    }

    /// The price of thresholds that were moved by a tenth, in one line.
    String relax() {
        Relaxation relaxation = byDefault();
        if (relaxation.moved().isEmpty()) {
            return "No failed gate has a threshold to move.";
        }
        RelaxationImpact price = of(relaxation);
        return "By a tenth: " + passes(price) + noise(price);
    }

    static String passes(RelaxationImpact price) {
        return price.bought().isEmpty()
                ? "nobody more would pass."
                : "%d would pass instead of %d.".formatted(price.after(), price.before());
    }

    static String noise(RelaxationImpact price) {
        String before = price.luckBefore() == null ? "" : " instead of " + Figures.expected(price.luckBefore());
        return price.noise()
                .map(expected -> " Noise alone: " + expected + before + ".")
                .orElse(" What noise would pass under these thresholds is not known: no placebo counts are stored.");
    }

    String retry(List<StrategyId> chosen) {
        RetryChoice choice = RetryChoice.of(outcome.strategies());
        if (chosen.isEmpty()) {
            return "Choose what to run again.";
        }
        long hopeful = choice.hopeful().stream()
                .filter(result -> chosen.contains(result.id()))
                .count();
        double seconds = choice.seconds(chosen, outcome.plan().workers());
        String hope = hopeful == chosen.size()
                ? ""
                : " The same data is judged the same way again: "
                        + (hopeful == 0
                                ? "nothing would change."
                                : "only %d of %d, without a result so far, can change."
                                        .formatted(hopeful, chosen.size()));
        return "Fresh workers, about %s if each takes as long as before.%s".formatted(Figures.seconds(seconds), hope);
    }

    String meeting() {
        return "Writes an agenda from the %d failures and opens it. No strategy changes its status."
                .formatted(failures().size());
    }

    private List<StrategyResult> failures() {
        return outcome.strategies().stream().filter(result -> !result.passed()).toList();
    }

    private long fixable() {
        return failures().stream()
                .filter(result -> {
                    Failure failure = result.judgement().failure();
                    return failure != null && failure.fixable();
                })
                .count();
    }
}
