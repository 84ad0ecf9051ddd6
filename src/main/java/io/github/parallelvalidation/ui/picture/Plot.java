package io.github.parallelvalidation.ui.picture;

import io.github.parallelvalidation.ui.control.Hint;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Polyline;

/// An area in which things are placed by shares of its width and height, from the lower left.
final class Plot extends Pane {
    private static final double GAP = 1;
    private static final double MARK = 2;

    /// Places one thing when the size is known.
    private interface Placing {
        void place(double width, double height);
    }

    private final List<Placing> placings = new ArrayList<>();
    private int place = -1;

    Plot(double height) {
        setMinSize(0, height);
        setPrefHeight(height);
        setMaxHeight(height);
        getStyleClass().add("plot");
    }

    /// A bar from one share of the height to another.
    Plot bar(String style, double left, double right, double bottom, double top) {
        Region bar = new Region();
        bar.getStyleClass().addAll("plot-bar", style);
        bar.setMouseTransparent(true);
        add(bar, (width, height) -> {
            double low = Math.min(bottom, top) * height;
            double high = Math.max(bottom, top) * height;
            bar.resizeRelocate(
                    left * width + GAP / 2, height - high, Math.max(1, (right - left) * width - GAP), high - low);
        });
        return this;
    }

    /// A line from the bottom to the top.
    Plot mark(String style, double at, String says) {
        Label mark = new Label();
        mark.getStyleClass().addAll("plot-mark", style);
        new Hint(mark).say(says);
        add(
                mark,
                (width, height) -> mark.resizeRelocate(
                        Math.clamp(at * width - MARK / 2, 0, Math.max(0, width - MARK)), 0, MARK, height));
        return this;
    }

    /// A line from the left to the right.
    Plot level(String style, double at) {
        Region level = new Region();
        level.getStyleClass().addAll("plot-level", style);
        level.setMouseTransparent(true);
        add(level, (width, height) -> level.resizeRelocate(0, Math.rint((1 - at) * (height - 1)), width, 1));
        return this;
    }

    /// A line through points, each a share of the width and of the height.
    Plot line(String style, double[] across, double[] up) {
        Polyline line = new Polyline();
        line.getStyleClass().addAll("plot-line", style);
        line.setMouseTransparent(true);
        add(line, (width, height) -> {
            Double[] points = new Double[2 * across.length];
            for (int i = 0; i < across.length; i++) {
                points[2 * i] = across[i] * width;
                points[2 * i + 1] = (1 - up[i]) * height;
            }
            line.getPoints().setAll(points);
        });
        return this;
    }

    /// A line under the pointer, moved by the arrow keys as well, and what stands there. Enters the order of focus.
    ///
    /// @param places how many there are side by side
    /// @param words of one of them
    /// @param reading says it; what it says now is said again when the pointer has gone
    Plot cursor(int places, IntFunction<String> words, Label reading) {
        Region line = new Region();
        line.getStyleClass().add("plot-cursor");
        line.setMouseTransparent(true);
        line.setVisible(false);
        String otherwise = reading.getText();
        add(
                line,
                (width, height) -> line.resizeRelocate(Math.rint((place + 0.5) / places * (width - 1)), 0, 1, height));
        IntConsumer show = at -> {
            place = at;
            line.setVisible(at >= 0);
            reading.setText(at < 0 ? otherwise : words.apply(at));
            requestLayout();
        };
        setFocusTraversable(true);
        // Who does not see the line hears what stands there.
        accessibleTextProperty().bind(reading.textProperty());
        addEventHandler(
                MouseEvent.MOUSE_MOVED,
                event -> show.accept((int) Math.clamp(event.getX() / getWidth() * places, 0, places - 1)));
        addEventHandler(MouseEvent.MOUSE_EXITED, _ -> show.accept(-1));
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            int by = event.getCode() == KeyCode.LEFT ? -1 : event.getCode() == KeyCode.RIGHT ? 1 : 0;
            if (by != 0) {
                show.accept(Math.clamp((place < 0 ? places / 2 : place) + by, 0, places - 1));
                event.consume();
            }
        });
        focusedProperty().subscribe(isFocused -> {
            if (!isFocused) {
                show.accept(-1);
            }
        });
        return this;
    }

    private void add(Node node, Placing placing) {
        node.setManaged(false);
        getChildren().add(node);
        placings.add(placing);
    }

    @Override
    protected void layoutChildren() {
        placings.forEach(placing -> placing.place(getWidth(), getHeight()));
    }
}
