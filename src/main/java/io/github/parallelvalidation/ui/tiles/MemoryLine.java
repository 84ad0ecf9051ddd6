package io.github.parallelvalidation.ui.tiles;

import java.util.ArrayDeque;
import java.util.Deque;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Polyline;

/// The last memory samples of a worker as a line without axes; the figure beside it says the height.
final class MemoryLine extends Pane {
    private static final int SAMPLES = 32;
    private static final double WIDTH = 64;
    private static final double HEIGHT = 14;

    private final Deque<Long> samples = new ArrayDeque<>();
    private final Polyline line = new Polyline();

    MemoryLine() {
        line.getStyleClass().add("memory-line");
        setMinSize(WIDTH, HEIGHT);
        setMaxSize(WIDTH, HEIGHT);
        getChildren().add(line);
    }

    boolean isEmpty() {
        return samples.isEmpty();
    }

    void clear() {
        samples.clear();
        line.getPoints().clear();
    }

    void add(long megabytes) {
        if (megabytes <= 0 || (!samples.isEmpty() && samples.getLast() == megabytes)) {
            return;
        }
        samples.addLast(megabytes);
        if (samples.size() > SAMPLES) {
            samples.removeFirst();
        }
        draw();
    }

    private void draw() {
        double most = samples.stream().mapToLong(Long::longValue).max().orElse(1);
        double step = WIDTH / Math.max(1, samples.size() - 1);
        line.getPoints().clear();
        double x = 0;
        for (long sample : samples) {
            line.getPoints().addAll(x, HEIGHT - 1 - (HEIGHT - 2) * sample / most);
            x += step;
        }
    }
}
