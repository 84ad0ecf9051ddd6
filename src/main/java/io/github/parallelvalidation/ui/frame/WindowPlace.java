package io.github.parallelvalidation.ui.frame;

import java.util.List;
import javafx.geometry.Rectangle2D;

/// Where on the screens a window was.
///
/// @param maximised whether it filled its screen; the rest is then what it had before
record WindowPlace(double x, double y, boolean maximised) {
    /// Of a title bar so much has to be seen to be taken hold of.
    private static final double HOLD_WIDTH = 120;

    private static final double HOLD_HEIGHT = 24;

    /// Whether a window there could be moved by hand: a screen may be gone, or another one.
    ///
    /// @param width of the window
    /// @param screens where windows may be
    boolean isWithin(List<Rectangle2D> screens, double width) {
        return screens.stream().anyMatch(screen -> {
            double seen = Math.min(x + width, screen.getMaxX()) - Math.max(x, screen.getMinX());
            return seen >= Math.min(HOLD_WIDTH, width) && y >= screen.getMinY() && y + HOLD_HEIGHT <= screen.getMaxY();
        });
    }
}
