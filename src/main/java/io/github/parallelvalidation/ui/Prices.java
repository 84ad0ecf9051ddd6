package io.github.parallelvalidation.ui;

import io.github.parallelvalidation.escalation.EscalationOption;
import io.github.parallelvalidation.escalation.Relaxation;
import io.github.parallelvalidation.gate.TierGates;
import io.github.parallelvalidation.merge.Ending;
import io.github.parallelvalidation.merge.Failure;
import io.github.parallelvalidation.merge.RunSummary;
import io.github.parallelvalidation.merge.StrategyResult;
import io.github.parallelvalidation.run.RunOutcome;
import java.util.List;
import java.util.stream.Collectors;

/// What each choice costs and may bring, in numbers.
record Prices(RunOutcome outcome, TierGates gates, Relaxation relaxation) {

    DecisionCase.Choice of(EscalationOption option) {
        return switch (option) {
            case CONTINUE -> proceed();
            case RETRY -> retry();
            case RELAX -> relax();
            case MEETING -> meeting();
        };
    }

    private DecisionCase.Choice proceed() {
        RunSummary summary = outcome.summary();
        Double luck = summary.expectedLuckyPasses();
        String honest = luck == null || summary.passed() == 0
                ? ""
                : " Noise alone would have passed about " + Figures.expected(luck) + ".";
        String title = summary.passed() == 0
                ? "Continue with none"
                : "Continue with the %d that passed".formatted(summary.passed());
        return choice(
                EscalationOption.CONTINUE,
                title,
                "Costs nothing. %d stay as they are, %d of them fixable.%s"
                        .formatted(unsuccessful().size(), fixable(), honest));
    }

    private DecisionCase.Choice retry() {
        List<StrategyResult> again = unsuccessful();
        long chance = again.stream().filter(result -> !judged(result)).count();
        double work = again.stream().mapToDouble(StrategyResult::seconds).sum();
        int workers = Math.clamp(outcome.plan().workers(), 1, Math.max(1, again.size()));
        String time = "About %s with %d at once. ".formatted(Figures.seconds(work / workers), workers);
        String hope = chance == 0
                ? "Gates judge the same data the same way again: nothing would change."
                : "Gates judge the same data the same way again: only %d of %d, without a result so far, can change."
                        .formatted(chance, again.size());
        return choice(
                EscalationOption.RETRY,
                "Retry " + (again.size() == 1 ? "the one" : "the " + again.size()),
                time + hope);
    }

    private DecisionCase.Choice relax() {
        if (relaxation.moved().isEmpty()) {
            return choice(
                    EscalationOption.RELAX, "Relax thresholds by a tenth", "No failed gate has a threshold to move.");
        }
        String moved = relaxation.moved().entrySet().stream()
                .map(threshold -> Needs.moved(threshold, gates))
                .collect(Collectors.joining("; "));
        List<StrategyResult> more = relaxation.passes(outcome.strategies());
        String who = more.isEmpty()
                ? "Nobody more would pass."
                : "%s would pass, marked as relaxed: %d instead of %d. Noise passes more easily too."
                        .formatted(
                                more.stream().map(result -> result.id().value()).collect(Collectors.joining(", ")),
                                outcome.summary().passed() + more.size(),
                                outcome.summary().passed());
        return choice(EscalationOption.RELAX, "Relax thresholds by a tenth", capital(moved) + ". " + who);
    }

    private DecisionCase.Choice meeting() {
        return choice(
                EscalationOption.MEETING,
                "Ask for a strategy meeting",
                "Writes an agenda from the %d failures. No strategy changes its status."
                        .formatted(unsuccessful().size()));
    }

    private List<StrategyResult> unsuccessful() {
        return outcome.strategies().stream().filter(result -> !result.passed()).toList();
    }

    private long fixable() {
        return unsuccessful().stream()
                .filter(result -> {
                    Failure failure = result.failure();
                    return failure != null && failure.fixable();
                })
                .count();
    }

    private static boolean judged(StrategyResult result) {
        return result.ending() == Ending.FAIL && !result.gates().isEmpty();
    }

    private static DecisionCase.Choice choice(EscalationOption option, String title, String price) {
        return new DecisionCase.Choice(option, title, price);
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
