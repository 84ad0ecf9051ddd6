package io.github.parallelvalidation.ui.decision;

import io.github.parallelvalidation.ui.control.Parts;
import io.github.parallelvalidation.ui.control.Role;
import io.github.parallelvalidation.ui.text.Texts;
import io.github.parallelvalidation.workspace.ProblemException;
import io.github.parallelvalidation.workspace.YamlDocument;
import java.nio.file.Path;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;

/// Shows the text of a strategy meeting request, to be read and copied.
public final class MeetingPane extends VBox {
    private static final int ROWS = 18;

    public MeetingPane(Path request) {
        super(Parts.GRID);
        TextArea text = new TextArea(read(request));
        text.setId("meeting-text");
        text.setEditable(false);
        text.setAccessibleText(Texts.of("decision.agenda"));
        text.setPrefRowCount(ROWS);
        text.getStyleClass().add("details");
        getChildren()
                .addAll(
                        Parts.paragraph(request.toString(), Role.MUTED.style()),
                        text,
                        Parts.button(Texts.of("decision.agenda.copy"), () -> Parts.copy(request.toString())));
    }

    private static String read(Path request) {
        try {
            return YamlDocument.source(request).text();
        } catch (ProblemException e) {
            return Texts.of("decision.agenda.unreadable", e.getMessage());
        }
    }
}
