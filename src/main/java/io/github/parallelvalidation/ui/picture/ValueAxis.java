package io.github.parallelvalidation.ui.picture;

import io.github.parallelvalidation.number.ValueTicks;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.text.Text;

/// The scale to the right of a plot: round values, each where it stands in the height.
final class ValueAxis extends Pane {
    /// As wide as that of the prices, which often stand above it.
    static final double WIDTH = 64;

    private static final double GAP = 6;

    /// What a tick needs with its distance from the next one.
    private static final double ROOM = 18;

    private final List<Double> places = new ArrayList<>();
    private final List<Text> ticks = new ArrayList<>();

    /// Writes a value with as many decimals as tell it from the next one.
    @FunctionalInterface
    interface Words {
        String of(double value, int decimals);
    }

    private ValueAxis() {
        setMinWidth(WIDTH);
        setPrefWidth(WIDTH);
        setMaxWidth(WIDTH);
        setMouseTransparent(true);
    }

    /// The plot with its scale, and a line through it at each tick.
    ///
    /// @param low at the lower end of the plot
    /// @param high at the upper end
    /// @param words writes a value
    static Node beside(Plot plot, double low, double high, Words words) {
        ValueAxis axis = new ValueAxis();
        int most = (int) Math.max(1, plot.getPrefHeight() / ROOM);
        ValueTicks ticks = ValueTicks.of(low, high, most);
        for (double value : ticks.values()) {
            double at = (value - low) / (high - low);
            plot.level("plot-grid-level", at);
            axis.add(at, words.of(value, ticks.decimals()));
        }
        HBox.setHgrow(plot, Priority.ALWAYS);
        return new HBox(plot, axis);
    }

    private void add(double at, String words) {
        Text tick = new Text(words);
        tick.getStyleClass().add("plot-tick");
        tick.setTextOrigin(VPos.CENTER);
        tick.setX(GAP);
        tick.setManaged(false);
        places.add(at);
        ticks.add(tick);
        getChildren().add(tick);
    }

    @Override
    protected void layoutChildren() {
        for (int i = 0; i < ticks.size(); i++) {
            double half = ticks.get(i).getLayoutBounds().getHeight() / 2;
            double y = (1 - places.get(i)) * getHeight();
            ticks.get(i).setY(Math.rint(Math.clamp(y, half, Math.max(half, getHeight() - half))));
        }
    }
}
