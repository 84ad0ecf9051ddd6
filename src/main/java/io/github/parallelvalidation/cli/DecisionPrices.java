package io.github.parallelvalidation.cli;

import io.github.parallelvalidation.display.OptionText;
import io.github.parallelvalidation.escalation.OptionPreviews;
import io.github.parallelvalidation.gate.ThresholdsText;
import io.github.parallelvalidation.journal.RunOutcome;
import io.github.parallelvalidation.run.Validation;
import io.github.parallelvalidation.settings.EscalationOption;
import io.github.parallelvalidation.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Prints a run's question on a terminal: each choice with its consequences in numbers, one line each.
record DecisionPrices(OptionPreviews previews) {

    static DecisionPrices of(Validation validation, Workspace workspace, RunOutcome outcome) {
        return new DecisionPrices(validation.previews(workspace, outcome));
    }

    List<String> question() {
        List<String> lines = new ArrayList<>();
        lines.add(OptionText.question(previews.summary(), previews.tier()) + ". What now?");
        for (EscalationOption option : EscalationOption.CHOICES) {
            lines.add("  %-9s %s".formatted(option.code(), OptionText.price(previews.of(option))));
        }
        return lines;
    }

    /// How a person says what it offers to relax.
    String example() {
        return previews.relax(Map.of()).relaxation().moved().entrySet().stream()
                .findFirst()
                .map(gate -> "%s %s"
                        .formatted(
                                EscalationOption.RELAX.code(),
                                ThresholdsText.of(Map.of(gate.getKey(), gate.getValue()))))
                .orElse(EscalationOption.MEETING.code());
    }

    /// The effect of these thresholds.
    ///
    /// @param thresholds empty: every failed one a tenth looser
    /// @throws IllegalArgumentException when one is no gate of the tier, or would be stricter
    String relaxed(Map<String, Double> thresholds) {
        return OptionText.price(previews.relax(thresholds));
    }
}
