package io.github.parallelvalidation.ui;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The pages below the tiles, one at a time, and the list that leads to them.
final class Pages extends BorderPane {
    private final Map<Page, Node> contents;
    private final Map<Page, ToggleButton> buttons = new EnumMap<>(Page.class);

    enum Page {
        QUEUE("Queue", Feather.LIST, KeyCode.DIGIT1),
        RESULTS("Results", Feather.CHECK_SQUARE, KeyCode.DIGIT2),
        HISTORY("History", Feather.ACTIVITY, KeyCode.DIGIT3),
        SETTINGS("Settings", Feather.SLIDERS, KeyCode.DIGIT4);

        private final String title;
        private final Feather icon;
        private final KeyCode key;

        Page(String title, Feather icon, KeyCode key) {
            this.title = title;
            this.icon = icon;
            this.key = key;
        }

        KeyCode key() {
            return key;
        }
    }

    Pages(Map<Page, Node> contents) {
        this.contents = Map.copyOf(contents);
        VBox list = Parts.column(4);
        list.getStyleClass().add("navigation");
        ToggleGroup group = new ToggleGroup();
        for (Page page : Page.values()) {
            ToggleButton button = new ToggleButton(page.title, Parts.icon(page.icon));
            button.setId("page-" + page.title.toLowerCase(Locale.ROOT));
            button.setMaxWidth(Double.MAX_VALUE);
            button.setToggleGroup(group);
            // A page is always open: a second click on its button does not close it.
            button.setOnAction(event -> show(page));
            buttons.put(page, button);
            list.getChildren().add(button);
        }
        setLeft(list);
        show(Page.QUEUE);
    }

    void show(Page page) {
        ToggleButton button = buttons.get(page);
        if (button != null) {
            button.setSelected(true);
        }
        setCenter(contents.get(page));
    }
}
