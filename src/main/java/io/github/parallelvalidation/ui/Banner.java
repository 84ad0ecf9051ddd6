package io.github.parallelvalidation.ui;

import atlantafx.base.theme.Styles;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;

/// A sentence above everything that waits to be dealt with, and the buttons that do.
final class Banner extends HBox {
    private final Label text = Parts.paragraph("");

    Banner(String id) {
        super(8);
        setId(id);
        getStyleClass().add("banner");
        HBox.setHgrow(text, Priority.ALWAYS);
        text.setMaxWidth(Double.MAX_VALUE);
        hide();
    }

    void show(String sentence, Button... actions) {
        text.setText(sentence);
        getChildren().setAll(Parts.icon(Feather.ALERT_TRIANGLE, StatusLook.WARNING), text);
        getChildren().addAll(actions);
        Parts.show(this, true);
    }

    void hide() {
        Parts.show(this, false);
    }

    static Button button(String id, String text, Runnable action) {
        Button button = new Button(text);
        button.setId(id);
        button.getStyleClass().add(Styles.SMALL);
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(event -> action.run());
        return button;
    }
}
