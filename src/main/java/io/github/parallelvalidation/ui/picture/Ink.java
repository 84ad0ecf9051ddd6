package io.github.parallelvalidation.ui.picture;

import javafx.scene.paint.Paint;
import javafx.scene.shape.Rectangle;

/// A colour of the theme for what is painted: a shape of no size, to which the style sheet gives its fill.
public final class Ink extends Rectangle {

    /// @param style class of the style sheet
    /// @param changed called when the theme is another
    public Ink(String style, Runnable changed) {
        getStyleClass().add(style);
        setManaged(false);
        setMouseTransparent(true);
        fillProperty().subscribe((_, _) -> changed.run());
    }

    public Paint paint() {
        return getFill();
    }
}
