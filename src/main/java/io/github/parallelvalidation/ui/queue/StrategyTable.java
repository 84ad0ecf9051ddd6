package io.github.parallelvalidation.ui.queue;

import atlantafx.base.theme.Tweaks;
import io.github.parallelvalidation.display.Figure;
import io.github.parallelvalidation.display.MetricColumn;
import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.ui.control.Parts;
import io.github.parallelvalidation.ui.control.StatusLook;
import io.github.parallelvalidation.ui.model.StrategyRow;
import io.github.parallelvalidation.workspace.StrategyId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableSet;
import javafx.collections.SetChangeListener;
import javafx.collections.transformation.FilteredList;
import javafx.collections.transformation.SortedList;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCombination;

/// A table of strategies: sortable, filterable, copied as tab-separated text with full precision.
final class StrategyTable extends TableView<StrategyRow> {
    static final KeyCombination COPY = KeyCombination.valueOf("Shortcut+C");

    private static final ColumnTitle ID = new ColumnTitle("id", "id", "");
    private static final double ID_WIDTH = 80;
    private static final double NAME_WIDTH = 170;
    private static final double STATUS_WIDTH = 128;
    private static final double NUMBER_WIDTH = 70;
    private static final double LONG_TITLE_WIDTH = 104;
    private static final int LONG_TITLE = 10;
    private static final double REASON_WIDTH = 130;

    private final ObservableList<StrategyRow> rows = FXCollections.observableArrayList();
    private final FilteredList<StrategyRow> filtered = new FilteredList<>(rows);
    private final ObservableSet<String> hidden;
    private List<MetricColumn> metrics = List.of();
    private Tier tier = Tier.L0;

    /// @param hidden the ids of the columns that are left out
    StrategyTable(String placeholder, ObservableSet<String> hidden) {
        this.hidden = hidden;
        SortedList<StrategyRow> sorted = new SortedList<>(filtered);
        sorted.comparatorProperty().bind(comparatorProperty());
        setItems(sorted);
        setPlaceholder(Parts.paragraph(placeholder, "placeholder"));
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        getStyleClass().addAll("strategy-table", Tweaks.EDGE_TO_EDGE);
        setOnKeyPressed(event -> {
            if (COPY.match(event)) {
                copy();
                event.consume();
            }
        });
        columns(Tier.L0);
        hidden.addListener((SetChangeListener<String>) _ -> showColumns());
        widthProperty().subscribe(this::showColumns);
    }

    void show(List<StrategyRow> newRows, Tier newTier) {
        if (newTier != tier) {
            columns(newTier);
        }
        Set<StrategyId> selected = selected();
        // Only what changed is set, so that scrolling and sorting stay as they are.
        if (ids(rows).equals(ids(newRows))) {
            for (int i = 0; i < newRows.size(); i++) {
                if (!rows.get(i).equals(newRows.get(i))) {
                    rows.set(i, newRows.get(i));
                }
            }
        } else {
            rows.setAll(newRows);
        }
        select(selected);
    }

    /// A row that was replaced would lose its selection.
    private void select(Set<StrategyId> ids) {
        boolean current =
                getSelectionModel().getSelectedItems().stream().allMatch(row -> row != null && rows.contains(row));
        if (current && selected().equals(ids)) {
            return;
        }
        getSelectionModel().clearSelection();
        getItems().stream().filter(row -> ids.contains(row.id())).forEach(getSelectionModel()::select);
    }

    private Set<StrategyId> selected() {
        return getSelectionModel().getSelectedItems().stream()
                .filter(Objects::nonNull)
                .map(StrategyRow::id)
                .collect(Collectors.toSet());
    }

    private static List<StrategyId> ids(List<StrategyRow> rows) {
        return rows.stream().map(StrategyRow::id).toList();
    }

    void filter(String text) {
        filtered.setPredicate(row -> row.matches(text));
    }

    void copy() {
        Parts.copy(Tsv.of(getSelectionModel().getSelectedItems(), metrics));
    }

    private void columns(Tier newTier) {
        tier = newTier;
        metrics = MetricColumn.of(newTier);
        List<TableColumn<StrategyRow, ?>> columns = new ArrayList<>();
        columns.add(fixed(
                text(ID, ID_WIDTH, row -> row.id().value(), row -> row.id().value())));
        columns.add(text(ColumnTitle.NAME, NAME_WIDTH, StrategyRow::name, StrategyRow::name));
        TableColumn<StrategyRow, StatusLook> status = column(ColumnTitle.STATUS, STATUS_WIDTH, StrategyRow::status);
        status.setCellFactory(_ -> new StatusCell());
        columns.add(fixed(status));
        for (MetricColumn metric : metrics) {
            TableColumn<StrategyRow, Figure> figures =
                    column(metric.metric(), "", width(metric), row -> row.figure(metric.metric()));
            Label header = Parts.label(metric.header());
            header.setTooltip(Parts.tip(metric.meaning()));
            figures.setGraphic(header);
            figures.getStyleClass().add("figures");
            figures.setCellFactory(_ -> new FigureCell());
            columns.add(fixed(figures));
        }
        columns.add(text(ColumnTitle.REASON, REASON_WIDTH, StrategyRow::reason, StrategyRow::explanation));
        getColumns().setAll(columns);
        showColumns();
    }

    private static double width(MetricColumn metric) {
        return metric.header().length() > LONG_TITLE ? LONG_TITLE_WIDTH : NUMBER_WIDTH;
    }

    private void showColumns() {
        double others = 0;
        for (TableColumn<StrategyRow, ?> column : getColumns()) {
            boolean wanted = !hidden.contains(column.getId());
            if (column.getId().equals(ColumnTitle.REASON.id())) {
                // Where there is no room for the words, a name is worth more; the detail pane says why.
                column.setVisible(wanted && getWidth() > others + REASON_WIDTH);
            } else {
                column.setVisible(wanted);
                others += wanted ? column.getPrefWidth() : 0;
            }
        }
    }

    /// Room that is left goes to the words, not between the numbers.
    private static <T> TableColumn<StrategyRow, T> fixed(TableColumn<StrategyRow, T> column) {
        column.setMinWidth(column.getPrefWidth());
        column.setMaxWidth(column.getPrefWidth() + Parts.GRID);
        return column;
    }

    private static TableColumn<StrategyRow, String> text(
            ColumnTitle title,
            double width,
            Function<StrategyRow, String> value,
            Function<StrategyRow, String> tooltip) {
        TableColumn<StrategyRow, String> column = column(title, width, value);
        column.setCellFactory(_ -> new TextCell(tooltip));
        return column;
    }

    private static <T> TableColumn<StrategyRow, T> column(
            ColumnTitle title, double width, Function<StrategyRow, T> value) {
        return column(title.id(), title.title(), width, value);
    }

    private static <T> TableColumn<StrategyRow, T> column(
            String id, String header, double width, Function<StrategyRow, T> value) {
        TableColumn<StrategyRow, T> column = new TableColumn<>(header);
        column.setId(id);
        column.setPrefWidth(width);
        column.setMinWidth(Math.min(width, NUMBER_WIDTH));
        column.setCellValueFactory(cell -> new SimpleObjectProperty<>(value.apply(cell.getValue())));
        return column;
    }
}
