package io.github.parallelvalidation.ui.tiles;

import io.github.parallelvalidation.ui.control.Parts;
import io.github.parallelvalidation.ui.control.Role;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Arc;
import javafx.scene.shape.ArcType;
import javafx.scene.shape.Circle;

/// A ring that fills up clockwise, with room for a word in the middle.
final class ProgressRing extends StackPane {
    private static final double RADIUS = 33;
    private static final double STROKE = 5;
    private static final double SIZE = 2 * RADIUS + STROKE;

    private final Arc arc = new Arc(SIZE / 2, SIZE / 2, RADIUS, RADIUS, 90, 0);
    private final StackPane middle = new StackPane();

    ProgressRing() {
        Circle track = new Circle(SIZE / 2, SIZE / 2, RADIUS);
        track.setStrokeWidth(STROKE);
        track.getStyleClass().add("ring-track");
        arc.setType(ArcType.OPEN);
        arc.setStrokeWidth(STROKE);
        arc.getStyleClass().add("ring-arc");
        Pane drawing = new Pane(track, arc);
        setMinSize(SIZE, SIZE);
        setMaxSize(SIZE, SIZE);
        getChildren().addAll(drawing, middle);
    }

    void show(double fraction, Role role, Node content) {
        arc.setLength(-360 * Math.clamp(fraction, 0, 1));
        Parts.role(arc, role);
        middle.getChildren().setAll(content);
    }
}
