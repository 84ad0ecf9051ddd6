package io.github.parallelvalidation.display;

import io.github.parallelvalidation.escalation.Decision;
import io.github.parallelvalidation.gate.ThresholdsText;

/// Words a decision that was taken.
public final class DecisionText {
    private DecisionText() {}

    /// "Decided in the window: relaxed to ic=0.009."
    public static String of(Decision decision) {
        return "Decided %s: %s.".formatted(where(decision.decidedBy()), what(decision));
    }

    private static String where(Decision.By by) {
        return switch (by) {
            case GUI -> "in the window";
            case CLI -> "on the command line";
            case POLICY -> "beforehand, by a policy";
            case AGENT -> "by an agent";
            case CLIENT -> "by a person, asked through an agent's program";
        };
    }

    private static String what(Decision decision) {
        return switch (decision.option()) {
            case CONTINUE -> "continued with what passed";
            case RETRY -> "retried with fresh workers";
            case RELAX ->
                decision.thresholds().isEmpty() ? "relaxed" : "relaxed to " + ThresholdsText.of(decision.thresholds());
            case MEETING -> "a strategy meeting was asked for";
        };
    }
}
