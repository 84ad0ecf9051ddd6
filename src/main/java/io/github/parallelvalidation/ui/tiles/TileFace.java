package io.github.parallelvalidation.ui.tiles;

import eu.hansolo.tilesfx.Tile;
import eu.hansolo.tilesfx.chart.ChartData;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.Property;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;

/// Wraps a TilesFX tile as a picture without text, in colours of the style sheet: `-face-bar` and `-face-track`.
///
/// The only class that knows TilesFX. Its tiles hold fixed colours, and write in their own font at sizes that follow
/// from the tile's; so the colours are handed to them from here, and the words stand beside them in ours.
final class TileFace extends StackPane {
    private static final StyleablePropertyFactory<TileFace> FACTORY =
            new StyleablePropertyFactory<>(StackPane.getClassCssMetaData());

    private final Tile tile;
    private final StyleableProperty<Color> bar = colour("bar", face -> face.bar);
    private final StyleableProperty<Color> track = colour("track", face -> face.track);

    private TileFace(Tile.SkinType skin) {
        tile = new Tile(skin);
        tile.setAnimated(false);
        tile.setMinSize(0, 0);
        tile.setFocusTraversable(false);
        tile.setValueVisible(false);
        tile.setTextVisible(false);
        tile.setRoundedCorners(false);
        tile.setBackgroundColor(Color.TRANSPARENT);
        tile.setBorderColor(Color.TRANSPARENT);
        // Some skins write their figure although it was made invisible.
        tile.setValueColor(Color.TRANSPARENT);
        tile.setUnitColor(Color.TRANSPARENT);
        follow(bar, tile::setBarColor);
        follow(track, tile::setBarBackgroundColor);
        setMouseTransparent(true);
        getStyleClass().add("tile-face");
        getChildren().add(tile);
    }

    /// A ring that fills up clockwise. Only square ones are drawn right.
    static TileFace ring(double size) {
        TileFace face = new TileFace(Tile.SkinType.CIRCULAR_PROGRESS);
        face.tile.setMaxValue(1);
        face.setMinSize(size, size);
        face.setMaxSize(size, size);
        return face;
    }

    /// Samples as an area above zero, which takes the lower half of the height.
    static TileFace area(double height) {
        TileFace face = new TileFace(Tile.SkinType.SMOOTH_AREA_CHART);
        face.tile.setSmoothing(false);
        face.setMinSize(0, height);
        face.setPrefSize(0, height);
        face.setMaxHeight(height);
        return face;
    }

    /// @param fraction 0 to 1
    void show(double fraction) {
        tile.setValue(Math.clamp(fraction, 0, 1));
    }

    /// Fewer than two samples are not drawn.
    void show(List<Long> samples) {
        // Of too few samples the tile would not draw a new picture, but keep the last one.
        tile.setVisible(samples.size() > 1);
        if (tile.isVisible()) {
            tile.setChartData(samples.stream().map(ChartData::new).toList());
        }
    }

    private StyleableProperty<Color> colour(String name, Function<TileFace, StyleableProperty<Color>> property) {
        return FACTORY.createStyleableColorProperty(this, name, "-face-" + name, property, Color.TRANSPARENT);
    }

    private static void follow(StyleableProperty<Color> colour, Consumer<Color> paint) {
        if (colour instanceof Property<?> property) {
            property.subscribe(_ -> paint.accept(colour.getValue()));
        }
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return FACTORY.getCssMetaData();
    }
}
