package io.github.parallelvalidation.ui.queue;

import io.github.parallelvalidation.ui.model.QueueOrder;
import io.github.parallelvalidation.ui.model.StrategyItem;
import io.github.parallelvalidation.workspace.StrategyId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.scene.control.TableRow;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DataFormat;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.TransferMode;

/// Moves rows of the queue: drawn with the mouse, or by Alt and an arrow key.
final class RowMover {
    private static final DataFormat ROWS = new DataFormat("application/x-parallel-validation-rows");
    private static final PseudoClass ABOVE = PseudoClass.getPseudoClass("drop-above");
    private static final PseudoClass BELOW = PseudoClass.getPseudoClass("drop-below");

    private final StrategyTable table;
    private final QueueOrder order;

    private RowMover(StrategyTable table, QueueOrder order) {
        this.table = table;
        this.order = order;
    }

    static void install(StrategyTable table, QueueOrder order) {
        RowMover mover = new RowMover(table, order);
        table.setRowFactory(_ -> mover.row());
        table.addEventFilter(KeyEvent.KEY_PRESSED, mover::key);
    }

    private TableRow<StrategyItem> row() {
        TableRow<StrategyItem> row = new HeadedRow(table.groups());
        row.setOnDragDetected(event -> begin(row, event));
        row.setOnDragOver(event -> over(row, event));
        row.setOnDragExited(_ -> mark(row, false, false));
        row.setOnDragDropped(event -> drop(row, event));
        return row;
    }

    private void begin(TableRow<StrategyItem> row, MouseEvent event) {
        if (row.isEmpty()) {
            return;
        }
        if (!table.isInQueueOrder()) {
            order.refuseSorted();
        } else {
            ClipboardContent content = new ClipboardContent();
            content.put(ROWS, moved().stream().map(StrategyId::value).collect(Collectors.joining("\n")));
            row.startDragAndDrop(TransferMode.MOVE).setContent(content);
        }
        event.consume();
    }

    private void over(TableRow<StrategyItem> row, DragEvent event) {
        if (!row.isEmpty()
                && event.getGestureSource() instanceof TableRow<?>
                && event.getDragboard().hasContent(ROWS)) {
            event.acceptTransferModes(TransferMode.MOVE);
            mark(row, !isLower(row, event), isLower(row, event));
            event.consume();
        }
    }

    private static boolean isLower(TableRow<StrategyItem> row, DragEvent event) {
        return event.getY() > row.getHeight() / 2;
    }

    private static void mark(TableRow<StrategyItem> row, boolean above, boolean below) {
        row.pseudoClassStateChanged(ABOVE, above);
        row.pseudoClassStateChanged(BELOW, below);
    }

    private void drop(TableRow<StrategyItem> row, DragEvent event) {
        mark(row, false, false);
        if (!row.isEmpty()) {
            moveTo(row.getItem().position() + (isLower(row, event) ? 1 : 0));
            event.setDropCompleted(true);
            event.consume();
        }
    }

    private void key(KeyEvent event) {
        boolean isUp = event.getCode() == KeyCode.UP;
        if (!event.isAltDown() || (!isUp && event.getCode() != KeyCode.DOWN) || moved().isEmpty()) {
            return;
        }
        event.consume();
        if (!table.isInQueueOrder()) {
            order.refuseSorted();
            return;
        }
        List<Integer> rows =
                table.getSelectionModel().getSelectedIndices().stream().sorted().toList();
        int neighbour = isUp ? rows.getFirst() - 1 : rows.getLast() + 1;
        if (neighbour >= 0 && neighbour < table.getItems().size()) {
            moveTo(table.getItems().get(neighbour).position() + (isUp ? 0 : 1));
        }
    }

    /// @param position in the whole queue, whatever of it is shown
    private void moveTo(int position) {
        List<StrategyId> moved = moved();
        Set<StrategyId> all = new HashSet<>(moved);
        List<StrategyItem> queue = table.all();
        Optional<StrategyId> before = queue.subList(Math.min(position, queue.size()), queue.size()).stream()
                .map(StrategyItem::id)
                .filter(id -> !all.contains(id))
                .findFirst();
        order.move(moved, before);
    }

    private List<StrategyId> moved() {
        return table.selected().stream().map(StrategyItem::id).toList();
    }
}
