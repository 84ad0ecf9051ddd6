package io.github.parallelvalidation.ui.queue;

import io.github.parallelvalidation.ui.control.Hint;
import io.github.parallelvalidation.ui.model.StrategyItem;
import io.github.parallelvalidation.ui.model.StrategyRow;
import java.util.function.Function;
import javafx.scene.control.TableCell;

/// A text cell whose tooltip shows what does not fit.
final class TextCell extends TableCell<StrategyItem, StrategyRow> {
    private final Function<StrategyRow, String> text;
    private final Function<StrategyRow, String> detail;
    private final Hint hint = new Hint(this);

    TextCell(Function<StrategyRow, String> text, Function<StrategyRow, String> detail) {
        this.text = text;
        this.detail = detail;
    }

    @Override
    protected void updateItem(StrategyRow row, boolean empty) {
        super.updateItem(row, empty);
        String shown = empty || row == null ? "" : text.apply(row);
        if (row == null || shown.isEmpty()) {
            setText(null);
            hint.say("");
            return;
        }
        setText(shown);
        hint.say(detail.apply(row));
    }
}
