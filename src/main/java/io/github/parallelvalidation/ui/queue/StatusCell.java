package io.github.parallelvalidation.ui.queue;

import io.github.parallelvalidation.ui.control.Parts;
import io.github.parallelvalidation.ui.control.StatusLook;
import io.github.parallelvalidation.ui.model.StrategyRow;
import javafx.scene.control.TableCell;
import org.kordamp.ikonli.javafx.FontIcon;

/// A table cell that shows a status: a glyph and a word in the colour of their role.
final class StatusCell extends TableCell<StrategyRow, StatusLook> {

    @Override
    protected void updateItem(StatusLook look, boolean empty) {
        super.updateItem(look, empty);
        if (empty || look == null) {
            setText(null);
            setGraphic(null);
            setTooltip(null);
            return;
        }
        FontIcon icon = Parts.icon(look.glyph(), look.role());
        setText(look.word());
        setGraphic(icon);
        setTooltip(Parts.tip(look.word()));
        Parts.role(this, look.role());
    }
}
