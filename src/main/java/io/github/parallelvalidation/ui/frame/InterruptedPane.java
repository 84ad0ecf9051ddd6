package io.github.parallelvalidation.ui.frame;

import io.github.parallelvalidation.journal.InterruptedRun;
import io.github.parallelvalidation.ui.control.Parts;
import io.github.parallelvalidation.ui.control.Role;
import io.github.parallelvalidation.ui.text.Texts;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Shows the state of an interrupted run, strategy by strategy.
final class InterruptedPane extends VBox {
    private static final double ID_WIDTH = 80;
    private static final double TALLEST = 320;

    InterruptedPane(InterruptedRun run) {
        super(Parts.GRID);
        getChildren().add(Parts.paragraph(Texts.of("card.interrupted.sentence", run.summary()), "sentence"));
        VBox list = Parts.column(Parts.HALF);
        run.found().forEach(found -> list.getChildren().add(line(found)));
        ScrollPane scroll = new ScrollPane(list);
        scroll.setFitToWidth(true);
        // Where the card is low, the arrow keys scroll it.
        scroll.setFocusTraversable(true);
        scroll.setAccessibleText(Texts.of("card.interrupted.found"));
        scroll.setMaxHeight(TALLEST);
        scroll.getStyleClass().add("edge-to-edge");
        getChildren().add(scroll);
    }

    private static HBox line(InterruptedRun.Found found) {
        Label id = Parts.label(found.id().value());
        id.setMinWidth(ID_WIDTH);
        Label sentence = Parts.paragraph(found.sentence(), (found.isFinal() ? Role.SUCCESS : Role.MUTED).style());
        HBox.setHgrow(sentence, Priority.ALWAYS);
        HBox line = Parts.row(Parts.GRID, id, sentence);
        line.setAlignment(Pos.TOP_LEFT);
        return line;
    }
}
