package io.github.parallelvalidation.ui.tiles;

import io.github.parallelvalidation.ui.control.Hint;
import io.github.parallelvalidation.ui.control.Parts;
import io.github.parallelvalidation.ui.control.Role;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;

/// What a worker uses of one thing: its name, the last sample as a figure, and the samples before it as an area above
/// zero.
final class UsageLine extends HBox {
    private static final int SAMPLES = 48;
    private static final double HEIGHT = 16;
    private static final double CAPTION = 116;

    private final String name;
    private final Label caption = Parts.label("", Role.MUTED.style(), "usage");
    private final Deque<Long> samples = new ArrayDeque<>();
    private final TileFace area = TileFace.area(2 * HEIGHT);

    /// @param name of what is used
    /// @param meaning of the figure
    UsageLine(String name, String meaning) {
        super(Parts.GRID);
        this.name = name;
        caption.setMinWidth(CAPTION);
        new Hint(caption).say(meaning);
        StackPane picture = new StackPane(area);
        picture.setMinSize(0, HEIGHT);
        picture.setPrefHeight(HEIGHT);
        picture.setMaxHeight(HEIGHT);
        // The empty half of the area reaches above this line.
        picture.setAlignment(Pos.BOTTOM_CENTER);
        HBox.setHgrow(picture, Priority.ALWAYS);
        area.getStyleClass().add("usage-face");
        setAlignment(Pos.CENTER_LEFT);
        setMinHeight(HEIGHT);
        getChildren().addAll(caption, picture);
        area.show(List.of());
    }

    void clear() {
        samples.clear();
        caption.setText("");
        area.show(List.of());
    }

    /// @param sample 0 or less while it is unknown
    /// @param figure the same in words
    void add(long sample, String figure) {
        if (sample <= 0) {
            return;
        }
        caption.setText(name + " " + figure);
        if (!samples.isEmpty() && samples.getLast() == sample) {
            return;
        }
        samples.addLast(sample);
        if (samples.size() > SAMPLES) {
            samples.removeFirst();
        }
        area.show(List.copyOf(samples));
    }
}
