package io.github.parallelvalidation.ui;

import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;

/// Text that says in its tooltip what does not fit.
final class TextCell extends TableCell<StrategyRow, String> {
    private final Tooltip tip = Parts.tip("");

    @Override
    protected void updateItem(String text, boolean empty) {
        super.updateItem(text, empty);
        boolean blank = empty || text == null || text.isEmpty();
        setText(blank ? null : text);
        tip.setText(blank ? "" : text);
        setTooltip(blank ? null : tip);
    }
}
