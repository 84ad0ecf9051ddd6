package io.github.parallelvalidation.ui.settings;

import io.github.parallelvalidation.ui.control.Density;
import io.github.parallelvalidation.ui.control.Parts;
import io.github.parallelvalidation.ui.control.Role;
import io.github.parallelvalidation.ui.control.SegmentedChoice;
import io.github.parallelvalidation.ui.control.Theme;
import io.github.parallelvalidation.ui.model.Choices;
import java.util.List;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.VBox;

/// How the window looks: kept for this person, in no workspace.
final class WindowCard extends VBox {
    WindowCard(Choices choices) {
        super(Parts.GRID);
        getChildren()
                .setAll(
                        Parts.label("Window", "heading"),
                        Parts.paragraph("Yours, whichever workspace is open; at once.", Role.MUTED.style()),
                        new SegmentedChoice<>("theme-choice", List.of(Theme.values()), choices.theme(), Theme::word),
                        new SegmentedChoice<>("density", List.of(Density.values()), choices.density(), Density::code),
                        notices(choices));
        getStyleClass().add("card");
        setPrefWidth(SettingCard.WIDTH);
    }

    private static CheckBox notices(Choices choices) {
        CheckBox box = new CheckBox("Tell the desktop when a run ends or asks");
        box.setId("notices");
        box.setTooltip(Parts.tip("A notice of the desktop, while this window is not in front: by notify-send on Linux,"
                + " where it is installed"));
        box.selectedProperty().bindBidirectional(choices.notices());
        return box;
    }
}
