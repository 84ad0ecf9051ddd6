package io.github.parallelvalidation.cli;

import io.github.parallelvalidation.escalation.Relaxation;
import io.github.parallelvalidation.escalation.RelaxationImpact;
import io.github.parallelvalidation.escalation.RetryChoice;
import io.github.parallelvalidation.gate.MetricNames;
import io.github.parallelvalidation.gate.TierGates;
import io.github.parallelvalidation.journal.RunOutcome;
import io.github.parallelvalidation.result.RunSummary;
import io.github.parallelvalidation.result.StrategyResult;
import io.github.parallelvalidation.run.RunSentence;
import io.github.parallelvalidation.run.Validation;
import io.github.parallelvalidation.settings.EscalationOption;
import io.github.parallelvalidation.settings.TierProtocol;
import io.github.parallelvalidation.workspace.StrategyId;
import io.github.parallelvalidation.workspace.Workspace;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/// A run's question on a terminal: each choice with its consequence in numbers.
///
/// @param gates those of the run's tier, as they are set now
record DecisionPrices(RunOutcome outcome, TierGates gates) {

    static DecisionPrices of(Validation validation, Workspace workspace, RunOutcome outcome) {
        var tier = outcome.plan().tier();
        TierProtocol protocol = validation.view(workspace).protocols().get(tier);
        return new DecisionPrices(outcome, (protocol == null ? TierProtocol.defaults(tier) : protocol).gates());
    }

    List<String> question() {
        List<String> lines = new ArrayList<>();
        RunSummary summary = outcome.summary();
        lines.add("%d of %d strategies did not pass. What now?"
                .formatted(summary.total() - summary.passed(), summary.total()));
        for (EscalationOption option : EscalationOption.CHOICES) {
            lines.add("  %-9s %s".formatted(option.code(), price(option)));
        }
        return lines;
    }

    /// What these thresholds would buy.
    ///
    /// @param thresholds empty: every failed one × 0.9
    /// @throws IllegalArgumentException when one is no gate of the tier, or would be stricter
    String relaxed(Map<String, Double> thresholds) {
        var tier = outcome.plan().tier();
        Relaxation relaxation = thresholds.isEmpty()
                ? Relaxation.byDefault(tier, gates, outcome.strategies())
                : Relaxation.to(tier, gates, thresholds);
        if (relaxation.moved().isEmpty()) {
            return "no failed gate has a threshold to move";
        }
        String moved = relaxation.moved().entrySet().stream()
                .map(gate -> gate.getKey() + "=" + plain(gate.getValue()))
                .collect(Collectors.joining(" "));
        RelaxationImpact price = RelaxationImpact.of(relaxation, outcome.strategies());
        String who = price.bought().isEmpty()
                ? "nobody more would pass"
                : "%s would pass too, marked as relaxed: %d instead of %d"
                        .formatted(
                                price.bought().stream()
                                        .map(DecisionPrices::bought)
                                        .collect(Collectors.joining(", ")),
                                price.after(),
                                price.before());
        String noise = price.noise()
                .map(expected -> "; noise alone would pass " + expected
                        + (price.luckBefore() == null
                                ? ""
                                : String.format(Locale.ROOT, " instead of %.1f", price.luckBefore())))
                .orElse("");
        return moved + ": " + who + noise
                + price.warning().map(warning -> ". " + warning).orElse("");
    }

    private String price(EscalationOption option) {
        RunSummary summary = outcome.summary();
        return switch (option) {
            case RETRY -> retry();
            case RELAX -> relaxed(Map.of());
            case MEETING -> "write a strategy meeting request with the failure reasons as its agenda";
            case CONTINUE -> {
                String luck = summary.expectedLuckyPasses() == null
                        ? ""
                        : String.format(
                                Locale.ROOT,
                                "; noise alone would have passed about %.1f",
                                summary.expectedLuckyPasses());
                yield "go on with the %d that passed".formatted(summary.passed()) + luck;
            }
        };
    }

    private String retry() {
        RetryChoice choice = RetryChoice.of(outcome.strategies());
        List<StrategyId> chosen = choice.byDefault();
        String who = choice.hopeful().isEmpty()
                ? "the %d that did not pass".formatted(chosen.size())
                : "the %d without a result".formatted(chosen.size());
        String hope = choice.hopeful().isEmpty() ? "; the same data gives the same verdicts" : "";
        double seconds = choice.seconds(chosen, outcome.plan().workers());
        return "run %s again with fresh workers, about %s%s".formatted(who, RunSentence.duration(seconds), hope);
    }

    private static String bought(RelaxationImpact.Bought bought) {
        StrategyResult result = bought.result();
        OptionalDouble q = result.judgement().metrics().number(MetricNames.IC_Q_VALUE);
        return result.id() + (q.isPresent() ? String.format(Locale.ROOT, " (q %.2f)", q.getAsDouble()) : "");
    }

    private static String plain(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }
}
