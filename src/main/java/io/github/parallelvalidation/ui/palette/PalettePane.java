package io.github.parallelvalidation.ui.palette;

import atlantafx.base.controls.CustomTextField;
import atlantafx.base.theme.Tweaks;
import io.github.parallelvalidation.display.Figures;
import io.github.parallelvalidation.ui.control.Parts;
import io.github.parallelvalidation.ui.control.Role;
import io.github.parallelvalidation.ui.text.Texts;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// A field and what it finds: one types a few letters, and Enter does it.
public final class PalettePane extends VBox {
    private static final double WIDTH = 640;
    private static final double ROW = 32;
    private static final int ROWS = 11;
    private static final int PAGE = 10;

    private final PaletteModel model;
    private final Runnable close;
    private final CustomTextField field = new CustomTextField();
    private final ListView<PaletteEntry> list = new ListView<>();
    private final Label count = Parts.label("", Role.MUTED.style());

    /// @param close called before what was chosen is done
    public PalettePane(PaletteModel model, Runnable close) {
        super(Parts.GRID);
        this.model = model;
        this.close = close;
        field.setId("palette-field");
        field.setLeft(new FontIcon(Feather.SEARCH));
        field.setPromptText(Texts.of("palette.prompt"));
        field.setAccessibleText(Texts.of("palette.title"));
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        field.textProperty().subscribe(this::find);
        list.setId("palette-list");
        list.setAccessibleText(Texts.of("palette.accessible"));
        list.setFocusTraversable(false);
        list.setFixedCellSize(ROW);
        list.setPrefHeight(ROWS * ROW + 2);
        list.setMinHeight(2 * ROW);
        list.getStyleClass().add(Tweaks.EDGE_TO_EDGE);
        list.setCellFactory(_ -> new PaletteCell(this::perform));
        list.setPlaceholder(Parts.paragraph(Texts.of("palette.nothing"), "placeholder"));
        Label keys = Parts.cuttable(Role.MUTED.style());
        keys.setText(Texts.of("palette.keys"));
        count.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(field, list, Parts.row(Parts.GRID, keys, Parts.gap(), count));
        getStyleClass().addAll("dialog-card", "palette");
        setMaxSize(WIDTH, USE_PREF_SIZE);
    }

    /// Where the keyboard begins.
    public Node first() {
        return field;
    }

    private void find(String typed) {
        List<PaletteEntry> found = model.find(typed);
        list.getItems().setAll(found);
        count.setText(Texts.of("palette.count", Figures.many(found.size()), Figures.many(model.size())));
        go(0);
    }

    private void key(KeyEvent event) {
        int now = list.getSelectionModel().getSelectedIndex();
        switch (event.getCode()) {
            case UP -> go(now - 1);
            case DOWN -> go(now + 1);
            case PAGE_UP -> go(now - PAGE);
            case PAGE_DOWN -> go(now + PAGE);
            case ENTER -> perform(list.getSelectionModel().getSelectedItem());
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void go(int wanted) {
        int index = Math.clamp(wanted, 0, Math.max(0, list.getItems().size() - 1));
        list.getSelectionModel().select(index);
        // No further than it has to: the list's own scrollTo puts the line on top.
        if (index == 0) {
            list.scrollTo(0);
        } else if (list.lookup(".virtual-flow") instanceof VirtualFlow<?> flow) {
            flow.scrollTo(index);
        }
    }

    private void perform(@Nullable PaletteEntry entry) {
        if (entry != null && entry.canBeDone()) {
            close.run();
            entry.perform().run();
        } else {
            field.requestFocus();
        }
    }
}
