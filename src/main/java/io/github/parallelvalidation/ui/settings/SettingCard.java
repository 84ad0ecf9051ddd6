package io.github.parallelvalidation.ui.settings;

import io.github.parallelvalidation.settings.SettingGroup;
import io.github.parallelvalidation.settings.SettingsForm;
import io.github.parallelvalidation.ui.control.Parts;
import io.github.parallelvalidation.ui.model.SettingsFlow;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/// Settings that belong together, a row each.
final class SettingCard extends VBox {
    static final double WIDTH = 352;

    private final List<SettingRow> rows;

    SettingCard(SettingGroup group, SettingsForm form, SettingsFlow flow, Node note) {
        super(Parts.GRID);
        rows = group.settings().stream()
                .map(setting -> new SettingRow(form, setting, flow))
                .toList();
        getChildren().setAll(Parts.label(group.title(), "heading"), note);
        getChildren().addAll(rows);
        getStyleClass().add("card");
        setPrefWidth(WIDTH);
    }

    List<SettingRow> rows() {
        return rows;
    }
}
