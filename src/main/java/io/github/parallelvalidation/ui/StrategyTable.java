package io.github.parallelvalidation.ui;

import io.github.parallelvalidation.gate.MetricNames;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.collections.transformation.SortedList;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;

/// The queue as a table: the work itself.
final class StrategyTable extends TableView<StrategyRow> {
    private static final List<String> METRICS = List.of(
            MetricNames.SIGNAL_FREQUENCY,
            MetricNames.HIT_RATE,
            MetricNames.IC,
            MetricNames.IC_P_VALUE,
            MetricNames.IC_Q_VALUE,
            MetricNames.LUCK);

    private final ObservableList<StrategyRow> rows = FXCollections.observableArrayList();
    private final FilteredList<StrategyRow> filtered = new FilteredList<>(rows);

    StrategyTable() {
        setId("queue-table");
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        List<TableColumn<StrategyRow, ?>> columns = new ArrayList<>();
        columns.add(text("id", 84, StrategyRow::id));
        columns.add(text("name", 190, StrategyRow::name));
        columns.add(status());
        for (String metric : METRICS) {
            columns.add(metric(metric));
        }
        columns.add(text("why not", 240, StrategyRow::failure));
        getColumns().setAll(columns);
        SortedList<StrategyRow> sorted = new SortedList<>(filtered);
        sorted.comparatorProperty().bind(comparatorProperty());
        setItems(sorted);
        setPlaceholder(Parts.paragraph(
                "The queue is empty. Strategies are listed in .crypto/pipeline/queue.yaml; each has a folder in"
                        + " .crypto/knowledge/strategies.",
                StatusLook.MUTED));
        setOnKeyPressed(event -> {
            if (new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN).match(event)) {
                copy();
            }
        });
    }

    void filter(String wanted) {
        filtered.setPredicate(row -> row.matches(wanted));
    }

    /// Puts the rows in; those that did not change stay untouched, and what was selected stays selected.
    void show(List<StrategyRow> fresh) {
        if (rows.equals(fresh)) {
            return;
        }
        Set<String> selected = getSelectionModel().getSelectedItems().stream()
                .map(StrategyRow::id)
                .collect(Collectors.toSet());
        boolean sameIds = rows.stream()
                .map(StrategyRow::id)
                .toList()
                .equals(fresh.stream().map(StrategyRow::id).toList());
        if (sameIds) {
            for (int i = 0; i < fresh.size(); i++) {
                if (!rows.get(i).equals(fresh.get(i))) {
                    rows.set(i, fresh.get(i));
                }
            }
        } else {
            rows.setAll(fresh);
        }
        // The table forgets the selection of a row that is replaced.
        getSelectionModel().clearSelection();
        getItems().stream().filter(row -> selected.contains(row.id())).forEach(getSelectionModel()::select);
    }

    /// The selected rows as tab-separated text with a header, numbers in full.
    private void copy() {
        StringBuilder text = new StringBuilder("id\tname\tstatus\t" + String.join("\t", METRICS) + "\n");
        for (StrategyRow row : getSelectionModel().getSelectedItems()) {
            text.append(row.id())
                    .append('\t')
                    .append(row.name())
                    .append('\t')
                    .append(row.look().word());
            for (String metric : METRICS) {
                boolean known = row.metrics().number(metric).isPresent();
                text.append('\t').append(known ? Figures.full(row.metrics(), metric) : "");
            }
            text.append('\n');
        }
        ClipboardContent content = new ClipboardContent();
        content.putString(text.toString());
        Clipboard.getSystemClipboard().setContent(content);
    }

    private static TableColumn<StrategyRow, String> text(
            String title, double width, Function<StrategyRow, String> text) {
        TableColumn<StrategyRow, String> column = new TableColumn<>(title);
        column.setPrefWidth(width);
        column.setCellValueFactory(cell -> new SimpleObjectProperty<>(text.apply(cell.getValue())));
        column.setCellFactory(_ -> new TableCell<>() {
            @Override
            protected void updateItem(@Nullable String item, boolean empty) {
                super.updateItem(item, empty);
                setText(empty ? null : item);
                setTooltip(empty || item == null || item.isEmpty() ? null : Parts.tooltip(item));
            }
        });
        return column;
    }

    private static TableColumn<StrategyRow, StatusLook> status() {
        TableColumn<StrategyRow, StatusLook> column = new TableColumn<>("status");
        column.setPrefWidth(120);
        column.setCellValueFactory(
                cell -> new SimpleObjectProperty<>(cell.getValue().look()));
        column.setComparator(Comparator.comparing(StatusLook::word));
        column.setCellFactory(_ -> new TableCell<>() {
            @Override
            protected void updateItem(@Nullable StatusLook item, boolean empty) {
                super.updateItem(item, empty);
                setGraphic(empty || item == null ? null : Parts.state(item));
            }
        });
        return column;
    }

    private static TableColumn<StrategyRow, StrategyRow> metric(String metric) {
        TableColumn<StrategyRow, StrategyRow> column = new TableColumn<>();
        Label title = Parts.label(GateNames.shorter(metric));
        title.setTooltip(Parts.tooltip(Explanations.of(metric)));
        column.setGraphic(title);
        column.setPrefWidth(metric.equals(MetricNames.SIGNAL_FREQUENCY) ? 80 : 66);
        column.getStyleClass().add("numbers");
        column.setCellValueFactory(cell -> new SimpleObjectProperty<>(cell.getValue()));
        column.setComparator(
                Comparator.comparingDouble(row -> row.metrics().number(metric).orElse(Double.NEGATIVE_INFINITY)));
        column.setCellFactory(_ -> new TableCell<>() {
            {
                setAlignment(Pos.CENTER_RIGHT);
                getStyleClass().add("figures");
            }

            @Override
            protected void updateItem(@Nullable StrategyRow item, boolean empty) {
                super.updateItem(item, empty);
                setText(empty || item == null ? null : Figures.metric(item.metrics(), metric));
                setTooltip(empty || item == null ? null : Parts.tooltip(Figures.full(item.metrics(), metric)));
            }
        });
        return column;
    }
}
