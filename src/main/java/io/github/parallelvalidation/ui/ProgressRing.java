package io.github.parallelvalidation.ui;

import eu.hansolo.tilesfx.Tile;
import eu.hansolo.tilesfx.TileBuilder;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;

/// A ring that fills with a worker's progress: the one place that knows TilesFX.
final class ProgressRing extends StackPane {
    private static final double SIZE = 88;

    private final Tile tile = TileBuilder.create()
            .skinType(Tile.SkinType.CIRCULAR_PROGRESS)
            .prefSize(SIZE, SIZE)
            .minValue(0)
            .maxValue(100)
            .decimals(0)
            .title("")
            .text("")
            .unit("")
            .textVisible(false)
            .valueVisible(false)
            .animated(false)
            .backgroundColor(Color.TRANSPARENT)
            .build();

    ProgressRing() {
        tile.setMinSize(SIZE, SIZE);
        tile.setMaxSize(SIZE, SIZE);
        getChildren().add(tile);
        setMinSize(SIZE, SIZE);
        setMaxSize(SIZE, SIZE);
    }

    /// @param fraction 0 to 1
    void show(double fraction) {
        tile.setValue(Math.rint(100 * fraction));
    }

    void dress(Theme theme) {
        tile.setBarColor(theme.accent());
        tile.setBarBackgroundColor(theme.track());
        tile.setValueColor(theme.text());
        tile.setUnitColor(theme.text());
        tile.setForegroundColor(theme.text());
    }
}
