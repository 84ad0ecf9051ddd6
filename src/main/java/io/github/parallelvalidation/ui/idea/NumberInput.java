package io.github.parallelvalidation.ui.idea;

import io.github.parallelvalidation.idea.Fault;
import io.github.parallelvalidation.idea.IdeaField;
import io.github.parallelvalidation.ui.control.Hint;
import io.github.parallelvalidation.ui.control.Parts;
import io.github.parallelvalidation.ui.control.Role;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;

/// A number that can be changed, with what it may be.
final class NumberInput extends VBox {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("error");
    private static final double WIDTH = 96;

    private final TextField field = new TextField();
    private final Hint hint = new Hint(field);
    private final String limits;
    private boolean showing;

    /// @param typed takes the text as it changes
    NumberInput(IdeaField of, Consumer<String> typed) {
        super(2);
        Label name = Parts.cuttable(Role.MUTED.style(), "field-name");
        name.setText(of.key());
        name.setMaxWidth(WIDTH);
        name.setLabelFor(field);
        limits = of.name() + ": " + of.limits();
        field.setId(IdeaPane.id(of));
        field.setPrefWidth(WIDTH);
        field.setMaxWidth(WIDTH);
        field.setAccessibleText(limits);
        field.getStyleClass().add("figure-field");
        hint.say(limits);
        field.textProperty().subscribe((_, text) -> {
            if (!showing) {
                typed.accept(text);
            }
        });
        field.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            // It would mean something to what lies around the field.
            if (event.getCode() == KeyCode.ENTER && !event.isShortcutDown()) {
                event.consume();
            }
        });
        getChildren().addAll(name, field);
    }

    void show(String text) {
        if (!field.getText().equals(text)) {
            showing = true;
            field.setText(text);
            showing = false;
        }
    }

    void show(Optional<Fault> fault) {
        field.pseudoClassStateChanged(WRONG, fault.isPresent());
        hint.say(fault.map(found -> limits + "\n" + found.message()).orElse(limits));
    }
}
