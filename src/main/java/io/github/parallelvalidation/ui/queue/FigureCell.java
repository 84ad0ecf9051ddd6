package io.github.parallelvalidation.ui.queue;

import io.github.parallelvalidation.display.Figure;
import io.github.parallelvalidation.ui.control.Hint;
import io.github.parallelvalidation.ui.control.Parts;
import io.github.parallelvalidation.ui.control.Role;
import io.github.parallelvalidation.ui.model.StrategyItem;
import io.github.parallelvalidation.ui.model.StrategyRow;
import java.util.function.Function;
import javafx.scene.control.TableCell;

/// A right-aligned number; its tooltip has all digits, or says why there is no number.
final class FigureCell extends TableCell<StrategyItem, StrategyRow> {
    private final Function<StrategyRow, Figure> figure;
    private final Hint hint = new Hint(this);

    FigureCell(Function<StrategyRow, Figure> figure) {
        this.figure = figure;
        getStyleClass().add("figures");
    }

    @Override
    protected void updateItem(StrategyRow row, boolean empty) {
        super.updateItem(row, empty);
        if (empty || row == null) {
            setText(null);
            hint.say("");
            return;
        }
        Figure shown = figure.apply(row);
        setText(shown.text());
        hint.say(shown.detail());
        Parts.role(this, shown.isMissing() ? Role.MUTED : Role.PLAIN);
    }
}
