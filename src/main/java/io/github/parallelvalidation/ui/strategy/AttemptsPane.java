package io.github.parallelvalidation.ui.strategy;

import io.github.parallelvalidation.display.Figures;
import io.github.parallelvalidation.result.AttemptCard;
import io.github.parallelvalidation.ui.control.Parts;
import io.github.parallelvalidation.ui.control.Role;
import io.github.parallelvalidation.ui.text.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// Shows the attempts at a strategy: the failure class of each, what its process used, its last output.
final class AttemptsPane extends VBox {

    /// @param copyCommand copies the command that runs a worker at the strategy by hand
    AttemptsPane(List<AttemptCard> cards, Runnable copyCommand) {
        super(Parts.GRID);
        cards.forEach(card -> getChildren().add(card(card, copyCommand)));
    }

    private static VBox card(AttemptCard card, Runnable copyCommand) {
        Role role = card.ending().kind() == null ? Role.SUCCESS : Role.DANGER;
        String word = card.ending().kind() == null
                ? Texts.of("strategy.attempts.result")
                : card.ending().kind().words();
        Label kind = Parts.label(word, role.style());
        kind.setGraphic(Parts.icon(card.ending().kind() == null ? Feather.CHECK : Feather.ALERT_OCTAGON, role));
        if (!card.ending().message().isEmpty()) {
            kind.setTooltip(Parts.tip(card.ending().message()));
        }
        VBox box = Parts.column(
                2,
                Parts.row(Parts.GRID, Parts.label(String.valueOf(card.number()), "figures"), kind, Parts.gap()),
                Parts.paragraph(facts(card), Role.MUTED.style()));
        if (!card.lastLines().isEmpty()) {
            Label lines = Parts.paragraph(String.join("\n", card.lastLines()), "last-lines", Role.MUTED.style());
            box.getChildren().add(lines);
        }
        if (!card.command().isEmpty()) {
            box.getChildren().add(copyButton(card, copyCommand));
        }
        return box;
    }

    /// The file of a run could say anything: what is copied, and perhaps run, is built from the settings.
    private static Button copyButton(AttemptCard card, Runnable copyCommand) {
        Button copy = Parts.button(Texts.of("strategy.attempts.copy"), copyCommand);
        copy.setId("copy-command-" + card.number());
        copy.setTooltip(Parts.tip(Texts.of("strategy.attempts.copy.tip")));
        return copy;
    }

    private static String facts(AttemptCard card) {
        List<String> facts = new ArrayList<>();
        if (!card.ending().exit().isEmpty()) {
            facts.add(card.ending().exit());
        }
        facts.add(Figures.seconds(card.usage().seconds()));
        if (card.usage().peakMemoryMb() > 0) {
            facts.add(Figures.megabytes(card.usage().peakMemoryMb()));
        }
        if (card.usage().cpuSeconds() > 0) {
            facts.add(Texts.of(
                    "strategy.attempts.processor", Figures.seconds(card.usage().cpuSeconds())));
        }
        return String.join(" · ", facts);
    }
}
