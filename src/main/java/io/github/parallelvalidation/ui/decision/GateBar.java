package io.github.parallelvalidation.ui.decision;

import io.github.parallelvalidation.display.GateMargin;
import io.github.parallelvalidation.ui.control.Parts;
import io.github.parallelvalidation.ui.control.Role;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/// Draws a gate as a small bar: the value, and a line at the threshold.
final class GateBar extends Pane {
    private static final double WIDTH = 112;
    private static final double HEIGHT = 12;
    private static final double BAR = 6;
    private static final double TICK = 2;

    private final GateMargin margin;
    private final Region fill = new Region();
    private final Region tick = new Region();

    GateBar(GateMargin margin) {
        this.margin = margin;
        setMinSize(WIDTH, HEIGHT);
        setPrefSize(WIDTH, HEIGHT);
        setMaxSize(WIDTH, HEIGHT);
        Region track = new Region();
        track.getStyleClass().add("gate-track");
        track.resizeRelocate(0, (HEIGHT - BAR) / 2, WIDTH, BAR);
        fill.getStyleClass().add("gate-fill");
        fill.resizeRelocate(0, (HEIGHT - BAR) / 2, WIDTH * margin.filled(), BAR);
        tick.getStyleClass().add("gate-tick");
        getChildren().addAll(track, fill, tick);
        // Regions that are placed by hand keep the size that they are given.
        getChildren().forEach(child -> child.setManaged(false));
        moved(margin.need());
    }

    /// @param need where the value must reach to now
    void moved(double need) {
        tick.resizeRelocate(Math.min(WIDTH - TICK, WIDTH * margin.tick(need)), 0, TICK, HEIGHT);
        Parts.role(fill, margin.holds(need) ? Role.SUCCESS : Role.DANGER);
    }
}
