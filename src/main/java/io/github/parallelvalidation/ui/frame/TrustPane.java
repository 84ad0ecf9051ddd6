package io.github.parallelvalidation.ui.frame;

import io.github.parallelvalidation.trust.QuestionText;
import io.github.parallelvalidation.ui.control.Parts;
import io.github.parallelvalidation.ui.control.Role;
import io.github.parallelvalidation.ui.model.TrustQuestion;
import io.github.parallelvalidation.ui.text.Texts;
import io.github.parallelvalidation.workspace.Printable;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

/// Shows the programs that a workspace names: what each is for, its argument list in full, the files behind it.
final class TrustPane extends VBox {
    private static final double TALLEST = 360;

    TrustPane(TrustQuestion question) {
        super(Parts.GRID);
        getChildren().add(Parts.paragraph(Texts.of("card.trust.sentence", question.count()), "sentence"));
        String root = Printable.spelt(question.workspace().root().toString());
        getChildren().add(Parts.paragraph(root, Role.MUTED.style()));
        VBox list = Parts.column(Parts.DOUBLE);
        list.setId("programs");
        question.programs().forEach(program -> list.getChildren().add(program(program)));
        ScrollPane scroll = new ScrollPane(list);
        scroll.setFitToWidth(true);
        // Where the card is low, the arrow keys scroll it.
        scroll.setFocusTraversable(true);
        scroll.setAccessibleText(Texts.of("card.trust.programs"));
        scroll.setMaxHeight(TALLEST);
        scroll.getStyleClass().add("edge-to-edge");
        getChildren().add(scroll);
        question.problem().ifPresent(problem -> getChildren().add(Parts.paragraph(problem, Role.DANGER.style())));
        getChildren().add(Parts.paragraph(QuestionText.RIGHTS, Role.WARNING.style()));
        getChildren().add(Parts.paragraph(Texts.of("card.trust.hint"), Role.MUTED.style()));
    }

    private static VBox program(TrustQuestion.Entry program) {
        Label command = Parts.paragraph(program.command(), "command");
        VBox box = Parts.column(
                Parts.HALF,
                Parts.paragraph(program.what(), "sentence"),
                Parts.paragraph(Texts.of("card.trust.named", program.namedIn()), Role.MUTED.style()),
                command);
        program.files()
                .forEach(file ->
                        box.getChildren().add(Parts.paragraph(Texts.of("card.trust.file", file), Role.MUTED.style())));
        return box;
    }
}
