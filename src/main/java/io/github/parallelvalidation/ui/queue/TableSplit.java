package io.github.parallelvalidation.ui.queue;

import java.util.Optional;
import javafx.geometry.Orientation;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.Region;

/// A table, and at times something beside it, or below it where it is narrow.
final class TableSplit extends SplitPane {
    private static final double ROOM_BESIDE = 860;
    private static final double BESIDE = 400;
    private static final double SHARE = 0.5;

    private final Region table;

    TableSplit(Region table) {
        super(table);
        this.table = table;
        setFocusTraversable(false);
        widthProperty().subscribe(this::turn);
    }

    void beside(Optional<Region> other) {
        getItems().setAll(table);
        other.ifPresent(node -> {
            setResizableWithParent(node, false);
            getItems().add(node);
            divide();
        });
    }

    private void turn() {
        Orientation wanted = getWidth() >= ROOM_BESIDE ? Orientation.HORIZONTAL : Orientation.VERTICAL;
        if (getOrientation() != wanted) {
            setOrientation(wanted);
            divide();
        }
    }

    private void divide() {
        boolean isBeside = getOrientation() == Orientation.HORIZONTAL;
        setDividerPositions(isBeside ? 1 - BESIDE / Math.max(ROOM_BESIDE, getWidth()) : SHARE);
    }
}
