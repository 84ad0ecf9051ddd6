package io.github.parallelvalidation.ui.queue;

import io.github.parallelvalidation.ui.model.StrategyItem;
import java.util.Collection;
import javafx.scene.Node;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;
import org.jspecify.annotations.Nullable;

/// What of a table is in view. Rows that come, go or move above it must not push it along: whoever reads a row goes on
/// reading it. At the top of the table it stays at the top.
final class Viewport {
    private final TableView<StrategyItem> table;

    Viewport(TableView<StrategyItem> table) {
        this.table = table;
    }

    /// @param changed items that may move themselves
    /// @param change of the table's items
    void keepDuring(Collection<StrategyItem> changed, Runnable change) {
        VirtualFlow<?> flow = flow();
        IndexedCell<?> held = flow == null ? null : held(flow, changed);
        StrategyItem item = held == null ? null : table.getItems().get(held.getIndex());
        int before = held == null ? 0 : held.getIndex();
        double height = held == null ? 0 : held.getHeight();
        change.run();
        if (flow == null || item == null || at(before) == item) {
            return;
        }
        int now = table.getItems().indexOf(item);
        if (now >= 0) {
            // Rows that carry headings are higher: then it is nearly so.
            double row = table.getFixedCellSize() > 0 ? table.getFixedCellSize() : height;
            flow.scrollPixels((now - before) * row);
        }
    }

    /// The first row in view that does not move itself; none at the top of the table.
    private @Nullable IndexedCell<?> held(VirtualFlow<?> flow, Collection<StrategyItem> changed) {
        IndexedCell<?> first = flow.getFirstVisibleCell();
        IndexedCell<?> last = flow.getLastVisibleCell();
        if (first == null || last == null || flow.getPosition() == 0) {
            return null;
        }
        for (int i = first.getIndex(); i <= last.getIndex(); i++) {
            StrategyItem item = at(i);
            if (item != null && !changed.contains(item)) {
                return flow.getCell(i);
            }
        }
        return null;
    }

    private @Nullable StrategyItem at(int index) {
        return index >= 0 && index < table.getItems().size() ? table.getItems().get(index) : null;
    }

    private @Nullable VirtualFlow<?> flow() {
        Node found = table.lookup(".virtual-flow");
        return found instanceof VirtualFlow<?> flow ? flow : null;
    }
}
