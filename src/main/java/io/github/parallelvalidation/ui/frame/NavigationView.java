package io.github.parallelvalidation.ui.frame;

import io.github.parallelvalidation.ui.model.Page;
import java.util.EnumMap;
import java.util.Map;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// The side navigation.
final class NavigationView extends VBox {
    private final Map<Page, ToggleButton> buttons = new EnumMap<>(Page.class);

    NavigationView(ObjectProperty<Page> page) {
        super(2);
        getStyleClass().add("navigation");
        ToggleGroup group = new ToggleGroup();
        for (Page each : Page.values()) {
            ToggleButton button = new ToggleButton(each.title(), new FontIcon(each.glyph()));
            button.setToggleGroup(group);
            button.setMaxWidth(Double.MAX_VALUE);
            button.getStyleClass().add("navigation-item");
            button.setOnAction(_ -> {
                // A second click on the page that is shown must not leave none selected.
                button.setSelected(true);
                page.set(each);
            });
            buttons.put(each, button);
            getChildren().add(button);
        }
        page.subscribe(this::select);
    }

    private void select(Page page) {
        buttons.forEach((each, button) -> button.setSelected(each == page));
    }
}
