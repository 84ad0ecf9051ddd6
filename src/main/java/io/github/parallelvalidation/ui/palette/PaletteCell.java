package io.github.parallelvalidation.ui.palette;

import io.github.parallelvalidation.ui.control.Parts;
import io.github.parallelvalidation.ui.control.Role;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/// A line of the palette: glyph, name, state or why it cannot be done, keys.
final class PaletteCell extends ListCell<PaletteEntry> {
    private static final PseudoClass REFUSED = PseudoClass.getPseudoClass("refused");

    private final FontIcon icon = new FontIcon();
    private final Label name = Parts.cuttable();
    private final Label remark = Parts.cuttable(Role.MUTED.style());
    private final Label keys = Parts.label("", "key");
    private final HBox line = Parts.row(Parts.GRID, icon, name, Parts.gap(), remark, keys);

    PaletteCell(Consumer<PaletteEntry> chosen) {
        icon.getStyleClass().add(Role.MUTED.style());
        HBox.setHgrow(name, Priority.SOMETIMES);
        keys.setMinWidth(USE_PREF_SIZE);
        setPrefWidth(0);
        setOnMouseClicked(_ -> {
            if (getItem() != null) {
                chosen.accept(getItem());
            }
        });
    }

    @Override
    protected void updateItem(@Nullable PaletteEntry entry, boolean empty) {
        super.updateItem(entry, empty);
        if (empty || entry == null) {
            setGraphic(null);
            setAccessibleText(null);
            pseudoClassStateChanged(REFUSED, false);
            return;
        }
        icon.setIconCode(entry.kind().glyph());
        name.setText(entry.name());
        remark.setText(entry.remark());
        keys.setText(entry.keys());
        keys.setVisible(!entry.keys().isEmpty());
        keys.setManaged(keys.isVisible());
        pseudoClassStateChanged(REFUSED, !entry.canBeDone());
        setAccessibleText("%s %s %s %s".formatted(entry.kind().word(), entry.name(), entry.remark(), entry.keys()));
        setGraphic(line);
    }
}
