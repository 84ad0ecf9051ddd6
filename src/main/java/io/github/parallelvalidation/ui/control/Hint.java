package io.github.parallelvalidation.ui.control;

import javafx.scene.control.Control;
import javafx.scene.input.MouseEvent;

/// A tooltip that is made when the pointer first comes to its control. Each tooltip has a window and a scene of its
/// own, and a table hundreds of cells.
public final class Hint {
    private final Control control;
    private String text = "";

    public Hint(Control control) {
        this.control = control;
        control.addEventHandler(MouseEvent.MOUSE_ENTERED, _ -> show());
    }

    /// @param words empty for no tooltip
    public void say(String words) {
        text = words;
        if (control.getTooltip() != null) {
            show();
        }
    }

    private void show() {
        if (text.isEmpty()) {
            control.setTooltip(null);
        } else if (control.getTooltip() == null) {
            control.setTooltip(Parts.tip(text));
        } else {
            control.getTooltip().setText(text);
        }
    }
}
