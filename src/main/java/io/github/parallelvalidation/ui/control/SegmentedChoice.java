package io.github.parallelvalidation.ui.control;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.ToggleButton;
import org.controlsfx.control.SegmentedButton;

/// A segmented control: one of a few values, side by side; one is always chosen, and the arrow keys choose the next.
///
/// @param <T> the values
public final class SegmentedChoice<T> extends SegmentedButton {

    /// @param id of the control; that of a value is this and its word
    public SegmentedChoice(String id, List<T> values, ObjectProperty<T> chosen, Function<T, String> words) {
        setId(id);
        // Its buttons take the focus; the strip itself would be a stop at which nothing can be done.
        setFocusTraversable(false);
        setMinWidth(USE_PREF_SIZE);
        for (T value : values) {
            Segment button = new Segment(words.apply(value));
            button.setId(id + "-" + words.apply(value).toLowerCase(Locale.ROOT));
            button.setMinWidth(USE_PREF_SIZE);
            // One stop for the Tab key, as with radio buttons.
            button.focusTraversableProperty().bind(button.selectedProperty());
            getButtons().add(button);
            button.selectedProperty().subscribe(selected -> {
                if (selected) {
                    chosen.set(value);
                }
            });
            chosen.subscribe(now -> {
                if (value.equals(now)) {
                    button.setSelected(true);
                }
            });
        }
    }

    /// A toggle that stays chosen when it is pressed again.
    private static final class Segment extends ToggleButton {
        Segment(String text) {
            super(text);
        }

        @Override
        public void fire() {
            if (!isSelected()) {
                super.fire();
            }
        }
    }
}
