package io.github.parallelvalidation.ui.queue;

import io.github.parallelvalidation.remark.Remark;
import io.github.parallelvalidation.ui.control.Hint;
import io.github.parallelvalidation.ui.control.Parts;
import io.github.parallelvalidation.ui.control.Role;
import io.github.parallelvalidation.ui.model.RemarkDesk;
import io.github.parallelvalidation.ui.model.StrategyItem;
import io.github.parallelvalidation.ui.model.StrategyRow;
import io.github.parallelvalidation.ui.text.Texts;
import javafx.scene.control.TableCell;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// A star that a press gives or takes away, and a sign where there is a note; the tooltip has its words.
final class StarCell extends TableCell<StrategyItem, StrategyRow> {
    /// A star that is not given is seen where it could be.
    private static final double FAINT = 0.35;

    private final FontIcon star = Parts.icon(Feather.STAR, Role.MUTED);
    private final FontIcon note = Parts.icon(Feather.FILE_TEXT, Role.MUTED);
    private final HBox glyphs = Parts.row(Parts.HALF, star, note);
    private final Hint hint = new Hint(this);

    StarCell(RemarkDesk remarks) {
        getStyleClass().add("star-cell");
        setOnMouseClicked(event -> {
            StrategyRow row = getItem();
            if (row != null && event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 1) {
                remarks.star(row.id(), !row.remark().isStarred());
                event.consume();
            }
        });
    }

    @Override
    protected void updateItem(StrategyRow row, boolean empty) {
        super.updateItem(row, empty);
        if (empty || row == null) {
            setGraphic(null);
            hint.say("");
            return;
        }
        Remark remark = row.remark();
        Parts.role(star, remark.isStarred() ? Role.WARNING : Role.MUTED);
        star.setOpacity(remark.isStarred() ? 1 : FAINT);
        note.setVisible(!remark.note().isEmpty());
        setGraphic(glyphs);
        hint.say(remark.note());
        setAccessibleText(
                (remark.isStarred() ? Texts.of("table.starred") : Texts.of("table.unstarred")) + ". " + remark.note());
    }
}
