package io.github.parallelvalidation.ui.queue;

import io.github.parallelvalidation.display.Figure;
import io.github.parallelvalidation.ui.control.Parts;
import io.github.parallelvalidation.ui.control.Role;
import io.github.parallelvalidation.ui.model.StrategyRow;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;

/// A right-aligned number; its tooltip has all digits, or says why there is no number.
final class FigureCell extends TableCell<StrategyRow, Figure> {
    private final Tooltip tip = Parts.tip("");

    FigureCell() {
        getStyleClass().add("figures");
    }

    @Override
    protected void updateItem(Figure figure, boolean empty) {
        super.updateItem(figure, empty);
        if (empty || figure == null) {
            setText(null);
            setTooltip(null);
            return;
        }
        setText(figure.text());
        tip.setText(figure.detail());
        setTooltip(tip);
        Parts.role(this, figure.isMissing() ? Role.MUTED : Role.PLAIN);
    }
}
