package io.github.parallelvalidation.ui.tiles;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.layout.StackPane;

/// Draws the last memory samples of a worker as an area above zero; the number beside it gives the scale.
final class MemoryLine extends StackPane {
    private static final int SAMPLES = 48;
    private static final double HEIGHT = 18;

    private final Deque<Long> samples = new ArrayDeque<>();
    private final TileFace area = TileFace.area(2 * HEIGHT);

    MemoryLine() {
        setMinSize(0, HEIGHT);
        setPrefHeight(HEIGHT);
        setMaxHeight(HEIGHT);
        // The empty half of the area reaches above this line.
        setAlignment(Pos.BOTTOM_CENTER);
        area.getStyleClass().add("memory-face");
        getChildren().add(area);
        area.show(List.of());
    }

    boolean isEmpty() {
        return samples.isEmpty();
    }

    void clear() {
        samples.clear();
        area.show(List.of());
    }

    void add(long megabytes) {
        if (megabytes <= 0 || (!samples.isEmpty() && samples.getLast() == megabytes)) {
            return;
        }
        samples.addLast(megabytes);
        if (samples.size() > SAMPLES) {
            samples.removeFirst();
        }
        area.show(List.copyOf(samples));
    }
}
