package io.github.parallelvalidation.ui.queue;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.StackPane;

/// A table with what belongs to its selection: beside it where there is room, else below it, or in its place.
final class DetailSplit extends StackPane {
    private static final double ROOM_BESIDE = 1400;
    private static final double HALF = 0.5;

    private final Node table;
    private final SplitPane split = new SplitPane();
    private final StackPane aside = new StackPane();
    private double divider = HALF;
    private boolean isWhole;

    DetailSplit(Node table) {
        this.table = table;
        aside.setMinSize(0, 0);
        SplitPane.setResizableWithParent(aside, true);
        split.setOrientation(Orientation.VERTICAL);
        split.getItems().add(table);
        getChildren().add(split);
        widthProperty().subscribe(_ -> turn());
    }

    /// @param detail empty for the table alone
    void show(Optional<? extends Node> detail) {
        if (detail.isEmpty()) {
            if (split.getItems().size() > 1) {
                divider = split.getDividerPositions()[0];
                split.getItems().remove(aside);
            }
            aside.getChildren().clear();
            return;
        }
        if (!aside.getChildren().equals(List.of(detail.get()))) {
            aside.getChildren().setAll(detail.get());
        }
        if (!isWhole && !split.getItems().contains(aside)) {
            split.getItems().add(aside);
            split.setDividerPositions(divider);
        }
    }

    boolean isWhole() {
        return isWhole;
    }

    /// Gives the detail all of the room, or takes that back.
    void whole(boolean wanted) {
        if (wanted == isWhole) {
            return;
        }
        isWhole = wanted;
        if (wanted) {
            divider = split.getDividerPositions().length == 0 ? divider : split.getDividerPositions()[0];
            split.getItems().clear();
            getChildren().setAll(aside);
        } else {
            split.getItems().setAll(table);
            getChildren().setAll(split);
            if (!aside.getChildren().isEmpty()) {
                split.getItems().add(aside);
                split.setDividerPositions(divider);
            }
        }
    }

    /// Where the researcher has drawn the line between the two stays, until there is another side to it.
    private void turn() {
        Orientation wanted = getWidth() >= ROOM_BESIDE ? Orientation.HORIZONTAL : Orientation.VERTICAL;
        if (split.getOrientation() != wanted) {
            split.setOrientation(wanted);
            divider = HALF;
            if (split.getItems().size() > 1) {
                split.setDividerPositions(divider);
            }
        }
    }
}
