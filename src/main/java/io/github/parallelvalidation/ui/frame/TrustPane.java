package io.github.parallelvalidation.ui.frame;

import io.github.parallelvalidation.trust.QuestionText;
import io.github.parallelvalidation.ui.control.Parts;
import io.github.parallelvalidation.ui.control.Role;
import io.github.parallelvalidation.ui.model.TrustQuestion;
import io.github.parallelvalidation.workspace.Printable;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

/// Shows the programs that a workspace names: what each is for, its argument list in full, the files behind it.
final class TrustPane extends VBox {
    private static final double TALLEST = 360;

    TrustPane(TrustQuestion question) {
        super(Parts.GRID);
        getChildren()
                .add(Parts.paragraph(
                        "This workspace names %s that you have not accepted. Nothing was started."
                                .formatted(question.count()),
                        "sentence"));
        String root = Printable.spelt(question.workspace().root().toString());
        getChildren().add(Parts.paragraph(root, Role.MUTED.style()));
        VBox list = Parts.column(Parts.DOUBLE);
        list.setId("programs");
        question.programs().forEach(program -> list.getChildren().add(program(program)));
        ScrollPane scroll = new ScrollPane(list);
        scroll.setFitToWidth(true);
        // Where the card is low, the arrow keys scroll it.
        scroll.setFocusTraversable(true);
        scroll.setAccessibleText("Programs");
        scroll.setMaxHeight(TALLEST);
        scroll.getStyleClass().add("edge-to-edge");
        getChildren().add(scroll);
        question.problem().ifPresent(problem -> getChildren().add(Parts.paragraph(problem, Role.DANGER.style())));
        getChildren().add(Parts.paragraph(QuestionText.RIGHTS, Role.WARNING.style()));
        getChildren()
                .add(Parts.paragraph(
                        "Accept these: a new or changed argument list asks again, for that alone; a changed file"
                            + " behind one does not. Trust the folder, for your own work: whatever it names, now and"
                            + " later, and bars that its data links to elsewhere.",
                        Role.MUTED.style()));
    }

    private static VBox program(TrustQuestion.Entry program) {
        Label command = Parts.paragraph(program.command(), "command");
        VBox box = Parts.column(
                Parts.HALF,
                Parts.paragraph(program.what(), "sentence"),
                Parts.paragraph("named in " + program.namedIn(), Role.MUTED.style()),
                command);
        program.files().forEach(file -> box.getChildren().add(Parts.paragraph("file " + file, Role.MUTED.style())));
        return box;
    }
}
