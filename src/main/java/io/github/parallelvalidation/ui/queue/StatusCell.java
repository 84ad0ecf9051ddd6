package io.github.parallelvalidation.ui.queue;

import io.github.parallelvalidation.ui.control.Hint;
import io.github.parallelvalidation.ui.control.Parts;
import io.github.parallelvalidation.ui.control.Role;
import io.github.parallelvalidation.ui.control.StatusLook;
import io.github.parallelvalidation.ui.model.StrategyItem;
import io.github.parallelvalidation.ui.model.StrategyRow;
import javafx.scene.control.TableCell;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// A table cell that shows a status: a glyph and a word in the colour of their role.
final class StatusCell extends TableCell<StrategyItem, StrategyRow> {
    private final FontIcon icon = new FontIcon();
    private final FontIcon remark = Parts.icon(Feather.ALERT_TRIANGLE, Role.MUTED);
    private final HBox glyphs = Parts.row(Parts.HALF, icon, remark);
    private final Hint hint = new Hint(this);

    @Override
    protected void updateItem(StrategyRow row, boolean empty) {
        super.updateItem(row, empty);
        if (empty || row == null) {
            setText(null);
            setGraphic(null);
            hint.say("");
            return;
        }
        StatusLook look = row.status();
        setText(look.word());
        icon.setIconCode(look.glyph());
        Parts.role(icon, look.role());
        Parts.role(this, look.role());
        remark.setVisible(row.isRemarked());
        remark.setManaged(row.isRemarked());
        setGraphic(glyphs);
        hint.say(row.statusHint());
    }
}
