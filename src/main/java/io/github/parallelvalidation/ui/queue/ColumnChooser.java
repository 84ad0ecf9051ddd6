package io.github.parallelvalidation.ui.queue;

import atlantafx.base.controls.CustomTextField;
import io.github.parallelvalidation.ui.control.Parts;
import io.github.parallelvalidation.ui.control.PopOvers;
import io.github.parallelvalidation.ui.text.Texts;
import java.util.List;
import java.util.function.Supplier;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.collections.ObservableSet;
import javafx.scene.control.Button;
import javafx.scene.control.cell.CheckBoxListCell;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.controlsfx.control.CheckListView;
import org.controlsfx.control.PopOver;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Chooses the columns of the tables: a searchable list of check boxes in a pop-over, and the button that opens it.
public final class ColumnChooser {
    private static final double WIDTH = 240;
    private static final double ROW = 32;
    private static final int MOST_ROWS = 10;

    private final Supplier<List<ColumnTitle>> columns;
    private final ObservableSet<String> hidden;
    private final Button button = Parts.glyphButton(Feather.COLUMNS, Texts.of("table.columns"), this::open);
    private final CustomTextField search = new CustomTextField();
    private final ObservableList<ColumnTitle> found = FXCollections.observableArrayList();
    private final CheckListView<ColumnTitle> list = new CheckListView<>(found);
    private final PopOver popOver;
    private boolean filling;

    /// @param columns those of the table that is shown now
    /// @param hidden the ids of those that are left out, also of other tables
    public ColumnChooser(Supplier<List<ColumnTitle>> columns, ObservableSet<String> hidden) {
        this.columns = columns;
        this.hidden = hidden;
        button.setId("columns");
        search.setId("search-columns");
        search.setLeft(new FontIcon(Feather.SEARCH));
        search.setPromptText(Texts.of("table.columns.search"));
        search.setAccessibleText(Texts.of("table.columns.search.accessible"));
        search.textProperty().subscribe(this::find);
        search.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.DOWN) {
                list.requestFocus();
                list.getSelectionModel().selectFirst();
                event.consume();
            }
        });
        buildList();
        VBox box = Parts.column(Parts.GRID, Parts.label(Texts.of("table.columns.title"), "heading"), search, list);
        box.getStyleClass().add("popover-box");
        box.setPrefWidth(WIDTH);
        popOver = PopOvers.of(box);
    }

    public Button button() {
        return button;
    }

    private void buildList() {
        list.setId("column-list");
        list.setAccessibleText(Texts.of("table.columns"));
        list.setFixedCellSize(ROW);
        list.setCellFactory(_ -> new ColumnCell(list));
        list.getCheckModel().getCheckedItems().addListener((ListChangeListener<ColumnTitle>) _ -> keep());
        // The list itself would take the key for a selection.
        list.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            boolean isToggle = event.getCode() == KeyCode.SPACE || event.getCode() == KeyCode.ENTER;
            ColumnTitle column = list.getSelectionModel().getSelectedItem();
            if (isToggle && !event.isShortcutDown() && column != null) {
                list.getCheckModel().toggleCheckState(column);
                event.consume();
            }
        });
    }

    private void open() {
        search.clear();
        find("");
        list.setPrefHeight(ROW * Math.min(MOST_ROWS, found.size()) + 2);
        PopOvers.show(popOver, button);
        search.requestFocus();
    }

    private void find(String text) {
        filling = true;
        list.getCheckModel().clearChecks();
        found.setAll(
                columns.get().stream().filter(column -> column.matches(text)).toList());
        found.stream().filter(column -> !hidden.contains(column.id())).forEach(list.getCheckModel()::check);
        filling = false;
    }

    private void keep() {
        if (filling) {
            return;
        }
        for (ColumnTitle column : found) {
            if (list.getCheckModel().isChecked(column)) {
                hidden.remove(column.id());
            } else {
                hidden.add(column.id());
            }
        }
    }

    /// A list cell whose tooltip explains its column.
    private static final class ColumnCell extends CheckBoxListCell<ColumnTitle> {
        ColumnCell(CheckListView<ColumnTitle> list) {
            super(list::getItemBooleanProperty, new StringConverter<>() {
                @Override
                public String toString(ColumnTitle column) {
                    return column.title();
                }

                @Override
                public ColumnTitle fromString(String text) {
                    throw new UnsupportedOperationException("the list is not editable");
                }
            });
            setOnMouseClicked(_ -> {
                if (!isEmpty()) {
                    list.getCheckModel().toggleCheckState(getItem());
                }
            });
        }

        @Override
        public void updateItem(ColumnTitle column, boolean empty) {
            super.updateItem(column, empty);
            if (getGraphic() != null) {
                // The whole row is one target, not only the box.
                getGraphic().setMouseTransparent(true);
            }
            setTooltip(empty || column.meaning().isEmpty() ? null : Parts.tip(column.meaning()));
        }
    }
}
