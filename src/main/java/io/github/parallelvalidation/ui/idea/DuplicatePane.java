package io.github.parallelvalidation.ui.idea;

import io.github.parallelvalidation.ui.control.Parts;
import io.github.parallelvalidation.ui.control.Role;
import io.github.parallelvalidation.ui.model.DuplicateForm;
import io.github.parallelvalidation.ui.text.Texts;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/// Asks for the id and the name of a variation.
public final class DuplicatePane extends VBox {
    private final DuplicateForm form;
    private final TextField id;
    private final TextField name;
    private final Label message = Parts.paragraph("", Role.DANGER.style());

    public DuplicatePane(DuplicateForm form) {
        super(Parts.GRID);
        this.form = form;
        id = field(
                "duplicate-id", Texts.of("idea.duplicate.id"), form.proposed().value());
        name = field("duplicate-name", Texts.of("idea.duplicate.name"), form.proposedName());
        message.setId("duplicate-message");
        message.managedProperty().bind(message.textProperty().isNotEmpty());
        getChildren()
                .addAll(
                        Parts.paragraph(Texts.of("idea.duplicate.hint"), Role.MUTED.style()),
                        labelled(id),
                        labelled(name),
                        message);
    }

    private static TextField field(String id, String name, String text) {
        TextField field = new TextField(text);
        field.setId(id);
        field.setAccessibleText(name);
        return field;
    }

    private static VBox labelled(TextField field) {
        Label label = Parts.label(field.getAccessibleText(), Role.MUTED.style(), "field-name");
        label.setLabelFor(field);
        return Parts.column(2, label, field);
    }

    /// Where the keyboard begins.
    public Node first() {
        return name;
    }

    /// @param done called when it is there
    public void create(Runnable done) {
        form.create(id.getText(), name.getText(), done, message::setText);
    }
}
