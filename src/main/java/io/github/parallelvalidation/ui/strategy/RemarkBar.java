package io.github.parallelvalidation.ui.strategy;

import io.github.parallelvalidation.remark.Remark;
import io.github.parallelvalidation.ui.control.Parts;
import io.github.parallelvalidation.ui.model.RemarkDesk;
import io.github.parallelvalidation.ui.text.Texts;
import io.github.parallelvalidation.workspace.StrategyId;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;

/// The star and the note of the strategy that is looked at. A note is kept with Enter, or when the field is left.
final class RemarkBar extends HBox {
    private static final double NOTE_WIDTH = 260;
    private static final double SMALLEST_NOTE = 90;

    private final RemarkDesk remarks;
    private final ToggleButton star = Parts.glyphToggle(Feather.STAR, Texts.of("strategy.star"));
    private final TextField note = new TextField();
    private Optional<StrategyId> shown = Optional.empty();
    private Remark known = Remark.NONE;

    RemarkBar(RemarkDesk remarks) {
        super(Parts.HALF);
        this.remarks = remarks;
        setAlignment(Pos.CENTER_RIGHT);
        getStyleClass().add("remark-bar");
        star.setId("star");
        star.setOnAction(_ -> shown.ifPresent(id -> remarks.star(id, star.isSelected())));
        note.setId("note");
        note.setPromptText(Texts.of("strategy.note"));
        note.setAccessibleText(Texts.of("strategy.note.accessible"));
        note.setPrefWidth(NOTE_WIDTH);
        note.setMinWidth(SMALLEST_NOTE);
        note.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                // Else it would give the strategy the whole page.
                keep();
                event.consume();
            } else if (event.getCode() == KeyCode.ESCAPE && !note.getText().equals(known.note())) {
                note.setText(known.note());
                event.consume();
            }
        });
        note.focusedProperty().subscribe(isFocused -> {
            if (!isFocused) {
                keep();
            }
        });
        getChildren().addAll(star, note);
    }

    void show(StrategyId id) {
        Remark now = remarks.of(id);
        boolean isOther = shown.filter(id::equals).isEmpty();
        if (isOther) {
            keep();
        }
        shown = Optional.of(id);
        star.setSelected(now.isStarred());
        // What somebody is typing is not taken from under their hands.
        if (isOther || !note.isFocused()) {
            note.setText(now.note());
        }
        known = now;
    }

    private void keep() {
        shown.ifPresent(id -> remarks.note(id, note.getText()));
    }
}
