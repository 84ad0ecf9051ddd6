package io.github.parallelvalidation.ui.overview;

import atlantafx.base.theme.Styles;
import io.github.parallelvalidation.display.Figures;
import io.github.parallelvalidation.ui.control.Hint;
import io.github.parallelvalidation.ui.control.Parts;
import io.github.parallelvalidation.ui.text.Texts;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;

/// A count of rows that filters by what it counts.
final class Chip extends ToggleButton {
    private final Label count = Parts.label("", "chip-count");
    private final Hint hint = new Hint(this);
    private final String words;

    /// @param label its words, with a glyph where it has one
    /// @param pressed puts it into the filter, or takes it out
    Chip(String id, Label label, Runnable pressed) {
        words = label.getText();
        setId(id);
        getStyleClass().addAll("chip", Styles.SMALL);
        setGraphic(Parts.row(Parts.HALF, label, count));
        setMinWidth(USE_PREF_SIZE);
        setOnAction(_ -> pressed.run());
    }

    void count(int rows) {
        String figure = Figures.many(rows);
        if (!figure.equals(count.getText())) {
            count.setText(figure);
            setAccessibleText(words + ", " + figure);
            hint.say(Texts.of("overview.chip.tip", words, figure));
        }
    }
}
