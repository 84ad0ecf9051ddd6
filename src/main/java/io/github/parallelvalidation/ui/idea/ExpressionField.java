package io.github.parallelvalidation.ui.idea;

import io.github.parallelvalidation.idea.Completions;
import io.github.parallelvalidation.idea.Fault;
import io.github.parallelvalidation.ui.control.Parts;
import io.github.parallelvalidation.ui.control.Role;
import io.github.parallelvalidation.ui.text.Texts;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.scene.text.Text;

/// An expression that can be changed: wraps instead of hiding its end, completes names, underlines the place of an
/// error and says below what is wrong with it.
final class ExpressionField extends VBox {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("error");
    private static final int MOST_ROWS = 6;
    private static final double MARK = 2;
    private static final double NARROWEST = 4;
    /// Narrow letters and the frame of the field, about.
    private static final double LETTER = 7.3;
    private static final double FRAME = 24;

    private final TextArea area = new TextArea();
    private final Region mark = new Region();
    private final Label message = Parts.paragraph("", Role.DANGER.style());
    private final CompletionPopup popup;
    private Optional<Fault> fault = Optional.empty();
    private boolean showing;

    /// Finds names.
    interface Completer {
        /// @param asked whether a person asked for them
        Completions at(String text, int caret, boolean asked);
    }

    /// @param id of the field, for the style sheet and for tests
    /// @param typed takes the text as it changes
    ExpressionField(String id, String name, String prompt, Consumer<String> typed, Completer completer) {
        super(2);
        Label label = Parts.label(name, Role.MUTED.style(), "field-name");
        label.setLabelFor(area);
        area.setId(id);
        area.setPromptText(prompt);
        area.setWrapText(true);
        area.setAccessibleText(name);
        area.getStyleClass().add("expression");
        area.setMinHeight(Region.USE_PREF_SIZE);
        mark.getStyleClass().add("fault-mark");
        mark.setManaged(false);
        mark.setMouseTransparent(true);
        message.setManaged(false);
        message.setVisible(false);
        getChildren().addAll(label, new Marked(), message);
        popup = new CompletionPopup(area, completer);
        area.textProperty().subscribe((_, text) -> {
            fitRows();
            if (!showing) {
                typed.accept(text.replace('\n', ' '));
                popup.typed();
            }
        });
        area.widthProperty().subscribe((_, _) -> fitRows());
        area.scrollTopProperty().subscribe((_, _) -> mark.getParent().requestLayout());
        area.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    TextArea area() {
        return area;
    }

    /// What stands there, without telling anybody.
    void show(String text) {
        if (!area.getText().replace('\n', ' ').equals(text)) {
            showing = true;
            area.setText(text);
            showing = false;
        }
    }

    void show(Optional<Fault> found) {
        fault = found;
        area.pseudoClassStateChanged(WRONG, found.isPresent());
        message.setText(found.map(ExpressionField::words).orElse(""));
        message.setManaged(found.isPresent());
        message.setVisible(found.isPresent());
        mark.setVisible(found.isPresent());
        mark.getParent().requestLayout();
    }

    private static String words(Fault fault) {
        return fault.column() > 1 ? Texts.of("idea.column", fault.column(), fault.message()) : fault.message();
    }

    /// An expression is one line: Tab and Enter lead on, as in any field.
    private void pressed(KeyEvent event) {
        if (popup.takes(event)) {
            event.consume();
        } else if (event.getCode() == KeyCode.TAB && !event.isShortcutDown()) {
            area.requestFocusTraversal(event.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER && !event.isShortcutDown()) {
            event.consume();
        }
    }

    private void fitRows() {
        int letters = (int) Math.max(10, (area.getWidth() - FRAME) / LETTER);
        int rows = 1 + Math.max(0, area.getLength() - 1) / letters;
        area.setPrefRowCount(Math.clamp(rows, 1, MOST_ROWS));
    }

    /// The field with a line under the place of its error.
    private final class Marked extends StackPane {
        Marked() {
            super(area, mark);
        }

        @Override
        protected void layoutChildren() {
            super.layoutChildren();
            fault.ifPresent(this::place);
        }

        private void place(Fault found) {
            area.layout();
            int at = Math.clamp(found.column() - 1L, 0, Math.max(0, area.getLength() - 1));
            Optional<Bounds> letter = area.getLength() > 0 ? boundsOf(at) : Optional.empty();
            letter.ifPresentOrElse(
                    bounds -> mark.resizeRelocate(
                            bounds.getMinX(), bounds.getMaxY() - 1, Math.max(NARROWEST, bounds.getWidth()), MARK),
                    () -> mark.resize(0, 0));
        }

        /// Of a letter, in the coordinates of this pane.
        private Optional<Bounds> boundsOf(int at) {
            Path letter =
                    new Path(text().map(text -> text.rangeShape(at, at + 1)).orElse(new PathElement[0]));
            return text().filter(_ -> !letter.getElements().isEmpty())
                    .map(text -> sceneToLocal(text.localToScene(letter.getLayoutBounds())));
        }

        /// The node that draws the text of the field.
        private Optional<Text> text() {
            return area.lookupAll(".text").stream()
                    .filter(node ->
                            node instanceof Text drawn && drawn.getText().equals(area.getText()))
                    .map(Text.class::cast)
                    .findFirst();
        }
    }
}
