package io.github.parallelvalidation.ui.tiles;

import io.github.parallelvalidation.ui.control.Parts;
import io.github.parallelvalidation.ui.control.Role;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;

/// A progress ring that fills clockwise, with room for a word in the middle.
final class ProgressRing extends StackPane {
    private static final double SIZE = 80;

    private final TileFace ring = TileFace.ring(SIZE);
    private final StackPane middle = new StackPane();

    ProgressRing() {
        setMinSize(SIZE, SIZE);
        setMaxSize(SIZE, SIZE);
        getChildren().addAll(ring, middle);
    }

    void show(double fraction, Role role, Node content) {
        ring.show(fraction);
        Parts.role(ring, role);
        middle.getChildren().setAll(content);
    }
}
