package io.github.parallelvalidation.ui.queue;

import io.github.parallelvalidation.display.Figure;
import io.github.parallelvalidation.ui.control.Parts;
import io.github.parallelvalidation.ui.control.Role;
import io.github.parallelvalidation.ui.model.StrategyItem;
import io.github.parallelvalidation.ui.model.StrategyRow;
import java.util.function.Function;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;

/// A right-aligned number; its tooltip has all digits, or says why there is no number.
final class FigureCell extends TableCell<StrategyItem, StrategyRow> {
    private final Function<StrategyRow, Figure> figure;
    private final Tooltip tip = Parts.tip("");

    FigureCell(Function<StrategyRow, Figure> figure) {
        this.figure = figure;
        getStyleClass().add("figures");
    }

    @Override
    protected void updateItem(StrategyRow row, boolean empty) {
        super.updateItem(row, empty);
        if (empty || row == null) {
            setText(null);
            setTooltip(null);
            return;
        }
        Figure shown = figure.apply(row);
        setText(shown.text());
        tip.setText(shown.detail());
        setTooltip(tip);
        Parts.role(this, shown.isMissing() ? Role.MUTED : Role.PLAIN);
    }
}
