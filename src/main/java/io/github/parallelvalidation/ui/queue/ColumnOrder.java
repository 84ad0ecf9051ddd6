package io.github.parallelvalidation.ui.queue;

import io.github.parallelvalidation.ui.model.StrategyItem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/// The order of a table's columns as a person has put them, over a change of its columns and from one start to the
/// next.
final class ColumnOrder {
    private final TableView<StrategyItem> table;
    private final ObservableList<String> wanted;
    /// The ids of the columns that were made, from left to right.
    private List<String> made = List.of();

    /// @param wanted ids from left to right
    ColumnOrder(TableView<StrategyItem> table, ObservableList<String> wanted) {
        this.table = table;
        this.wanted = wanted;
        table.getColumns().addListener((ListChangeListener<TableColumn<StrategyItem, ?>>) _ -> keep());
    }

    /// Gives the table these columns; what has no wanted place keeps its own.
    void put(List<StrategyColumn> columns) {
        List<StrategyColumn> ordered = new ArrayList<>(columns);
        List<StrategyColumn> known = wanted.stream()
                .flatMap(id -> columns.stream().filter(column -> id.equals(column.getId())))
                .toList();
        List<Integer> places = IntStream.range(0, columns.size())
                .filter(place -> known.contains(columns.get(place)))
                .boxed()
                .toList();
        for (int i = 0; i < places.size(); i++) {
            ordered.set(places.get(i), known.get(i));
        }
        made = ids(ordered);
        table.getColumns().setAll(ordered);
    }

    /// A person has drawn a column elsewhere.
    private void keep() {
        List<String> now = ids(table.getColumns());
        boolean isMoved = !now.equals(made) && new HashSet<>(now).equals(new HashSet<>(made));
        if (isMoved) {
            made = now;
            // Columns of the other tier keep their places among themselves.
            List<String> order = new ArrayList<>(now);
            wanted.stream().filter(id -> !now.contains(id)).forEach(order::add);
            wanted.setAll(order);
        }
    }

    private static List<String> ids(List<? extends TableColumn<StrategyItem, ?>> columns) {
        return columns.stream().map(TableColumn::getId).toList();
    }
}
