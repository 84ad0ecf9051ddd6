package io.github.parallelvalidation.ui.idea;

import io.github.parallelvalidation.idea.Completions;
import io.github.parallelvalidation.idea.Completions.Word;
import java.util.List;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.control.skin.TextAreaSkin;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Popup;
import org.jspecify.annotations.Nullable;

/// The names that could stand at the caret, under it. The keyboard stays in the field: up and down choose, Enter and
/// Tab
/// take, Esc closes, Shortcut+Space asks.
final class CompletionPopup {
    private static final double ROW = 24;
    private static final int MOST_ROWS = 8;
    private static final double WIDTH = 340;
    private static final double FRAME = 4;

    private final TextArea area;
    private final ExpressionField.Completer completer;
    private final Popup popup = new Popup();
    private final ListView<Word> list = new ListView<>();
    private Completions found = new Completions(0, 0, List.of());
    private boolean taking;
    private boolean isTyping;

    CompletionPopup(TextArea area, ExpressionField.Completer completer) {
        this.area = area;
        this.completer = completer;
        list.setFocusTraversable(false);
        list.setFixedCellSize(ROW);
        list.setPrefWidth(WIDTH);
        list.getStyleClass().add("completions");
        list.setCellFactory(_ -> new WordCell());
        list.setOnMouseClicked(_ -> take());
        popup.getContent().add(list);
        popup.setAutoHide(true);
        popup.setHideOnEscape(true);
        area.focusedProperty().subscribe((_, focused) -> {
            if (!focused) {
                popup.hide();
            }
        });
        // The text changes first, then the caret moves behind it.
        area.caretPositionProperty().subscribe((_, _) -> moved());
    }

    /// The text was changed by its person.
    void typed() {
        isTyping = !taking && area.isFocused();
    }

    private void moved() {
        if (isTyping) {
            isTyping = false;
            find(false);
        } else {
            popup.hide();
        }
    }

    boolean takes(KeyEvent event) {
        if (event.isShortcutDown() && event.getCode() == KeyCode.SPACE) {
            find(true);
            return true;
        }
        if (!popup.isShowing()) {
            return false;
        }
        switch (event.getCode()) {
            case DOWN -> choose(1);
            case UP -> choose(-1);
            case ENTER, TAB -> take();
            case ESCAPE -> popup.hide();
            default -> {
                return false;
            }
        }
        return true;
    }

    private void choose(int by) {
        int size = list.getItems().size();
        int next = Math.floorMod(list.getSelectionModel().getSelectedIndex() + by, size);
        list.getSelectionModel().select(next);
        list.scrollTo(next);
    }

    private void find(boolean asked) {
        String text = area.getText();
        int caret = Math.min(text.length(), area.getCaretPosition());
        found = completer.at(text, caret, asked);
        if (found.words().isEmpty()) {
            popup.hide();
            return;
        }
        list.getItems().setAll(found.words());
        list.getSelectionModel().selectFirst();
        list.scrollTo(0);
        list.setPrefHeight(Math.min(MOST_ROWS, found.words().size()) * ROW + FRAME);
        show(caret);
    }

    private void show(int caret) {
        if (area.getScene() == null || !(area.getSkin() instanceof TextAreaSkin skin)) {
            return;
        }
        Rectangle2D letter = skin.getCharacterBounds(Math.max(0, caret - 1));
        Point2D under = area.localToScreen(letter.getMinX(), letter.getMaxY() + FRAME);
        if (under == null) {
            return;
        }
        if (popup.isShowing()) {
            popup.setAnchorX(under.getX());
            popup.setAnchorY(under.getY());
        } else {
            popup.show(area, under.getX(), under.getY());
        }
    }

    private void take() {
        Word word = list.getSelectionModel().getSelectedItem();
        popup.hide();
        if (word != null) {
            taking = true;
            area.replaceText(found.start(), Math.min(found.end(), area.getLength()), word.inserted());
            area.positionCaret(found.start() + word.inserted().length());
            taking = false;
        }
    }

    private static final class WordCell extends ListCell<Word> {
        @Override
        protected void updateItem(@Nullable Word word, boolean empty) {
            super.updateItem(word, empty);
            setText(word == null || empty ? null : word.form());
        }
    }
}
