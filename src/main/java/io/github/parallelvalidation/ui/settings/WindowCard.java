package io.github.parallelvalidation.ui.settings;

import io.github.parallelvalidation.ui.control.Density;
import io.github.parallelvalidation.ui.control.Parts;
import io.github.parallelvalidation.ui.control.Role;
import io.github.parallelvalidation.ui.control.SegmentedChoice;
import io.github.parallelvalidation.ui.control.Theme;
import io.github.parallelvalidation.ui.model.Choices;
import io.github.parallelvalidation.ui.text.Texts;
import java.util.List;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.VBox;

/// How the window looks: kept for this person, in no workspace.
final class WindowCard extends VBox {
    WindowCard(Choices choices) {
        super(Parts.GRID);
        getChildren()
                .setAll(
                        Parts.label(Texts.of("settings.window"), "heading"),
                        Parts.paragraph(Texts.of("settings.window.hint"), Role.MUTED.style()),
                        new SegmentedChoice<>("theme-choice", List.of(Theme.values()), choices.theme(), Theme::word),
                        new SegmentedChoice<>("density", List.of(Density.values()), choices.density(), Density::word),
                        notices(choices));
        getStyleClass().add("card");
        setPrefWidth(SettingCard.WIDTH);
    }

    private static CheckBox notices(Choices choices) {
        CheckBox box = new CheckBox(Texts.of("settings.window.notices"));
        box.setId("notices");
        box.setTooltip(Parts.tip(Texts.of("settings.window.notices.tip")));
        box.selectedProperty().bindBidirectional(choices.notices());
        return box;
    }
}
