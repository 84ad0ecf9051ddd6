package io.github.parallelvalidation.report;

import io.github.parallelvalidation.display.DecisionText;
import io.github.parallelvalidation.display.EscalationText;
import io.github.parallelvalidation.display.OptionText;
import io.github.parallelvalidation.escalation.Decision;
import io.github.parallelvalidation.escalation.Escalation;
import io.github.parallelvalidation.escalation.OptionPreviews;
import io.github.parallelvalidation.journal.RunOutcome;
import io.github.parallelvalidation.settings.EscalationOption;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The part of the HTML report about a run's question: why it was asked, and what was decided, or the price of each
/// choice while nothing is.
final class DecisionSection {
    private DecisionSection() {}

    /// @param previews of the choices about a run
    /// @return nothing where the run asks nothing
    static List<Markup> of(RunOutcome run, Function<RunOutcome, OptionPreviews> previews) {
        Escalation question = run.escalation();
        if (question == null) {
            return List.of();
        }
        String asked = "Asked because "
                + question.reasons().stream()
                        .map(reason -> EscalationText.of(reason, run.strategies()))
                        .collect(Collectors.joining(", "))
                + ". ";
        String answer = question.decided().map(DecisionSection::answer).orElse("No decision yet.");
        List<Markup> found = new ArrayList<>(List.of(Markup.of("h2", "Decision"), Markup.of("p", asked + answer)));
        if (run.awaitsDecision()) {
            found.add(Markup.list(choices(previews.apply(run))));
        }
        return found;
    }

    private static List<String> choices(OptionPreviews previews) {
        return EscalationOption.CHOICES.stream()
                .map(previews::of)
                .map(preview -> OptionText.title(preview) + ": " + OptionText.price(preview))
                .toList();
    }

    private static String answer(Decision decision) {
        return DecisionText.of(decision) + " " + decision.at().truncatedTo(ChronoUnit.SECONDS);
    }
}
