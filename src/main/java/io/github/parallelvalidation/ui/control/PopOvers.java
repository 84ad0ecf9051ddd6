package io.github.parallelvalidation.ui.control;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.controlsfx.control.PopOver;

/// Pop-overs in the colours of the theme.
public final class PopOvers {
    private PopOvers() {}

    /// A pop-over that Esc and a press elsewhere close.
    public static PopOver of(Node content) {
        PopOver popOver = new PopOver(content);
        popOver.setArrowLocation(PopOver.ArrowLocation.TOP_RIGHT);
        popOver.setDetachable(false);
        popOver.setAnimated(!Motion.isReduced());
        // Its own sheet paints it white and gray; our class outweighs that. "root" gives it the theme's colours: those
        // of its owner are lost when the theme is switched.
        popOver.getStyleClass().addAll("root", "themed-popover");
        // Lists keep this key for themselves.
        content.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                popOver.hide();
                event.consume();
            }
        });
        return popOver;
    }

    /// Below a button or the like. It belongs to the page: what belongs to a button is styled as a part of it.
    public static void show(PopOver popOver, Node anchor) {
        Bounds bounds = anchor.localToScreen(anchor.getBoundsInLocal());
        popOver.show(anchor.getScene().getRoot(), bounds.getCenterX(), bounds.getMaxY());
    }
}
