package io.github.parallelvalidation.ui;

import java.util.ArrayDeque;
import java.util.Deque;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Polyline;

/// The last samples of a worker's memory as a small line.
final class MemoryLine extends Pane {
    private static final int SAMPLES = 40;
    private static final double WIDTH = 56;
    private static final double HEIGHT = 14;

    private final Deque<Long> samples = new ArrayDeque<>();
    private final Polyline line = new Polyline();

    MemoryLine() {
        setMinSize(WIDTH, HEIGHT);
        setMaxSize(WIDTH, HEIGHT);
        line.getStyleClass().add("memory-line");
        getChildren().add(line);
    }

    void add(long megabytes) {
        if (samples.size() == SAMPLES) {
            samples.removeFirst();
        }
        samples.addLast(megabytes);
        double most =
                Math.max(1, samples.stream().mapToLong(Long::longValue).max().orElse(1));
        line.getPoints().clear();
        double x = WIDTH - (samples.size() - 1) * WIDTH / (SAMPLES - 1);
        for (long sample : samples) {
            line.getPoints().addAll(x, HEIGHT - (HEIGHT - 1) * sample / most);
            x += WIDTH / (SAMPLES - 1);
        }
    }

    void clear() {
        samples.clear();
        line.getPoints().clear();
    }
}
