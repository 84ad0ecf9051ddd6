package io.github.parallelvalidation.cli;

import io.github.parallelvalidation.escalation.Decision;
import io.github.parallelvalidation.journal.RunOutcome;
import io.github.parallelvalidation.run.Validation;
import io.github.parallelvalidation.settings.EscalationOption;
import io.github.parallelvalidation.workspace.Workspace;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/// Asks the person at the terminal for a decision about a run; leaves the question open where nobody can be asked.
final class DecisionPrompt {
    private final Validation validation;
    private final Terminal terminal;

    DecisionPrompt(Validation validation, Terminal terminal) {
        this.validation = validation;
        this.terminal = terminal;
    }

    /// @return empty where nobody answered
    Optional<Decision> ask(Workspace workspace, RunOutcome outcome) {
        if (!terminal.isInteractive()) {
            return Optional.empty();
        }
        DecisionPrices prices = DecisionPrices.of(validation, workspace, outcome);
        terminal.err().println();
        prices.question().forEach(terminal.err()::println);
        while (true) {
            Optional<String> answer = terminal.ask(
                    "Your decision, such as continue or %s (empty: decide later): ".formatted(prices.example()));
            if (answer.isEmpty() || answer.get().isBlank()) {
                return Optional.empty();
            }
            try {
                Decision decision =
                        DecisionWords.parse(answer.get(), prices.previews().choice(), Instant.now());
                if (decision.option() != EscalationOption.RELAX || isAgreed(prices, decision)) {
                    return Optional.of(decision);
                }
            } catch (IllegalArgumentException e) {
                terminal.err().println(e.getMessage());
            }
        }
    }

    /// What relaxing buys is said once more under just these thresholds.
    private boolean isAgreed(DecisionPrices prices, Decision decision) {
        terminal.err().println(prices.relaxed(decision.thresholds()));
        return terminal.ask("Relax so? (yes or no): ")
                .filter(answer -> answer.toLowerCase(Locale.ROOT).startsWith("y"))
                .isPresent();
    }
}
