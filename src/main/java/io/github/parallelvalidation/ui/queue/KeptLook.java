package io.github.parallelvalidation.ui.queue;

import io.github.parallelvalidation.ui.model.StrategyItem;
import io.github.parallelvalidation.ui.model.TableLook;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableColumn.SortType;
import javafx.scene.control.TableView;
import javafx.scene.input.MouseEvent;

/// Keeps how a person has drawn and sorted the columns of a table, over a change of its columns and from one start to
/// the next.
final class KeptLook {
    private final TableView<StrategyItem> table;
    private final ObjectProperty<TableLook> look;
    private Map<String, Double> pressed = Map.of();
    /// A table sorts itself as it is made, before it has columns.
    private boolean exchanging = true;

    KeptLook(TableView<StrategyItem> table, ObjectProperty<TableLook> look) {
        this.table = table;
        this.look = look;
        // Widths change with the window as well; only those that a hand has drawn are wishes.
        table.addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> pressed = widths());
        table.addEventFilter(MouseEvent.MOUSE_RELEASED, _ -> keepWidths());
    }

    /// @param exchange gives the table other columns; what it was sorted by is no wish to sort by nothing
    void exchange(Runnable exchange) {
        exchanging = true;
        exchange.run();
        look.get()
                .widths()
                .forEach((id, width) ->
                        columns(id).filter(KeptLook::isDrawn).forEach(column -> column.setPrefWidth(width)));
        table.getSortOrder()
                .setAll(look.get().order().stream().flatMap(this::sorted).toList());
        exchanging = false;
    }

    /// The table is sorted another way.
    void keepOrder() {
        if (!exchanging) {
            List<TableLook.Sorting> order = table.getSortOrder().stream()
                    .map(column -> new TableLook.Sorting(column.getId(), column.getSortType() == SortType.DESCENDING))
                    .toList();
            look.set(new TableLook(look.get().widths(), order));
        }
    }

    private void keepWidths() {
        Map<String, Double> now = widths();
        if (!now.equals(pressed)) {
            Map<String, Double> all = new HashMap<>(look.get().widths());
            all.putAll(now);
            look.set(new TableLook(all, look.get().order()));
        }
    }

    private Map<String, Double> widths() {
        return table.getVisibleLeafColumns().stream()
                .filter(KeptLook::isDrawn)
                .collect(Collectors.toMap(TableColumn::getId, TableColumn::getWidth));
    }

    /// Columns of numbers are as wide as their numbers.
    private static boolean isDrawn(TableColumn<StrategyItem, ?> column) {
        return column.getMaxWidth() > 2 * column.getPrefWidth();
    }

    private Stream<TableColumn<StrategyItem, ?>> columns(String id) {
        return table.getColumns().stream().filter(column -> id.equals(column.getId()));
    }

    private Stream<TableColumn<StrategyItem, ?>> sorted(TableLook.Sorting sorting) {
        return columns(sorting.column())
                .peek(column -> column.setSortType(sorting.descending() ? SortType.DESCENDING : SortType.ASCENDING));
    }
}
