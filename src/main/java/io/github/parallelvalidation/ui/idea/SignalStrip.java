package io.github.parallelvalidation.ui.idea;

import io.github.parallelvalidation.idea.SignalCount;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import javafx.scene.layout.Pane;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;

/// When signals begin, over the time of the window: longs up from the middle, shorts down, longer where several begin
/// in the same place.
final class SignalStrip extends Pane {
    private static final double HEIGHT = 36;
    private static final double SHORTEST = 0.4;

    private final Path longs = path("strip-long");
    private final Path shorts = path("strip-short");
    private Optional<SignalCount> shown = Optional.empty();

    SignalStrip() {
        getStyleClass().addAll("plot", "signal-strip");
        setId("signal-strip");
        setMinSize(0, HEIGHT);
        setPrefHeight(HEIGHT);
        setMaxHeight(HEIGHT);
        getChildren().addAll(longs, shorts);
    }

    private static Path path(String style) {
        Path path = new Path();
        path.setManaged(false);
        path.setMouseTransparent(true);
        path.getStyleClass().add(style);
        return path;
    }

    void show(Optional<SignalCount> count) {
        shown = count;
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        draw(longs, SignalCount.Part::longs, -1);
        draw(shorts, SignalCount.Part::shorts, 1);
    }

    private void draw(Path path, ToIntFunction<SignalCount.Part> of, int direction) {
        path.getElements().clear();
        List<SignalCount.Part> parts = shown.map(SignalCount::parts).orElse(List.of());
        int most = parts.stream().mapToInt(of).max().orElse(0);
        double middle = HEIGHT / 2;
        for (int i = 0; i < parts.size(); i++) {
            int begin = of.applyAsInt(parts.get(i));
            if (begin > 0) {
                // On whole pixels, so that all marks are as dark.
                double x = Math.floor((i + 0.5) / parts.size() * getWidth()) + 0.5;
                double length = (SHORTEST + (1 - SHORTEST) * begin / most) * (middle - 2);
                path.getElements()
                        .addAll(new MoveTo(x, middle + direction), new LineTo(x, middle + direction * length));
            }
        }
    }
}
