package io.github.parallelvalidation.ui.queue;

import io.github.parallelvalidation.ui.control.Parts;
import io.github.parallelvalidation.ui.model.StrategyRow;
import java.util.function.Function;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;

/// A text cell whose tooltip shows what does not fit.
final class TextCell extends TableCell<StrategyRow, String> {
    private final Function<StrategyRow, String> detail;
    private final Tooltip tip = Parts.tip("");

    TextCell(Function<StrategyRow, String> detail) {
        this.detail = detail;
    }

    @Override
    protected void updateItem(String text, boolean empty) {
        super.updateItem(text, empty);
        boolean blank = empty || text == null || text.isEmpty();
        setText(blank ? null : text);
        StrategyRow row = getTableRow() == null ? null : getTableRow().getItem();
        tip.setText(row == null ? text : detail.apply(row));
        setTooltip(blank ? null : tip);
    }
}
