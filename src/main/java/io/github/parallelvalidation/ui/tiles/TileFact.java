package io.github.parallelvalidation.ui.tiles;

import io.github.parallelvalidation.display.Figures;
import io.github.parallelvalidation.display.GateText;
import io.github.parallelvalidation.display.MetricColumn;
import io.github.parallelvalidation.gate.GateResult;
import io.github.parallelvalidation.ui.control.Hint;
import io.github.parallelvalidation.ui.control.Parts;
import io.github.parallelvalidation.ui.control.Role;
import javafx.scene.control.Label;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// One line of facts in a tile. It stays and its words change: a new node would be styled from scratch, and a fast run
/// changes each tile ten times a second.
final class TileFact extends Label {
    private static final String NOTE = "tile-note";
    private static final double THREE_LINES = 3 * 16;

    private final FontIcon icon = new FontIcon();
    private final Hint hint = new Hint(this);

    void word(String text, Role role) {
        show(text, role, false);
        setGraphic(null);
        hint.say("");
    }

    /// @param detail for the tooltip
    void explained(String text, String detail) {
        word(text, Role.MUTED);
        hint.say(detail);
    }

    /// A sentence, cut after three lines; its tooltip says all.
    void note(String text, Role role) {
        show(text, role, true);
        setGraphic(null);
        hint.say(text);
    }

    void gate(GateResult gate) {
        Double actual = gate.actual();
        String value = actual == null ? Figures.MISSING : Figures.text(gate.name(), actual);
        show(MetricColumn.label(gate.name()) + " " + value, Role.PLAIN, false);
        icon.setIconCode(gate.passed() ? Feather.CHECK : Feather.X);
        Parts.role(icon, gate.passed() ? Role.SUCCESS : Role.DANGER);
        setGraphic(icon);
        hint.say(GateText.of(gate));
    }

    void hide() {
        setText("");
        setVisible(false);
        setManaged(false);
    }

    private void show(String text, Role role, boolean isNote) {
        setText(text);
        Parts.role(this, role);
        if (isNote != getStyleClass().contains(NOTE)) {
            setWrapText(isNote);
            setMaxHeight(isNote ? THREE_LINES : USE_COMPUTED_SIZE);
            if (isNote) {
                getStyleClass().add(NOTE);
            } else {
                getStyleClass().remove(NOTE);
            }
        }
        setVisible(true);
        setManaged(true);
    }
}
