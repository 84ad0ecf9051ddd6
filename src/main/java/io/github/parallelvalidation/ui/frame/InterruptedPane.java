package io.github.parallelvalidation.ui.frame;

import io.github.parallelvalidation.journal.InterruptedRun;
import io.github.parallelvalidation.ui.control.Parts;
import io.github.parallelvalidation.ui.control.Role;
import io.github.parallelvalidation.ui.text.Texts;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Shows the state of an interrupted run, strategy by strategy.
final class InterruptedPane extends VBox {
    private static final double TALLEST = 320;

    InterruptedPane(InterruptedRun run) {
        super(Parts.GRID);
        getChildren().add(Parts.paragraph(Texts.of("card.interrupted.sentence", run.summary()), "sentence"));
        GridPane list = new GridPane(Parts.GRID, Parts.HALF);
        ColumnConstraints who = new ColumnConstraints();
        who.setMinWidth(Region.USE_PREF_SIZE);
        list.getColumnConstraints().add(who);
        run.told().forEach(told -> list.addRow(list.getRowCount(), line(told)));
        ScrollPane scroll = new ScrollPane(list);
        scroll.setFitToWidth(true);
        // Where the card is low, the arrow keys scroll it.
        scroll.setFocusTraversable(true);
        scroll.setAccessibleText(Texts.of("card.interrupted.found"));
        scroll.setMaxHeight(TALLEST);
        scroll.getStyleClass().add("edge-to-edge");
        getChildren().add(scroll);
    }

    private static Node[] line(InterruptedRun.Told told) {
        Label who = Parts.label(told.who());
        GridPane.setValignment(who, VPos.TOP);
        Label sentence = Parts.paragraph(told.sentence(), (told.isFinal() ? Role.SUCCESS : Role.MUTED).style());
        GridPane.setHgrow(sentence, Priority.ALWAYS);
        return new Node[] {who, sentence};
    }
}
