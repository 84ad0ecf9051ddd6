package io.github.parallelvalidation.ui.queue;

import io.github.parallelvalidation.ui.compare.ComparePane;
import io.github.parallelvalidation.ui.idea.IdeaPane;
import io.github.parallelvalidation.ui.model.DashboardModel;
import io.github.parallelvalidation.ui.model.RowChanges;
import io.github.parallelvalidation.ui.model.StrategyItem;
import io.github.parallelvalidation.ui.strategy.DetailPane;
import io.github.parallelvalidation.workspace.StrategyId;
import io.github.parallelvalidation.workspace.Workspace;
import java.util.List;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;

/// A table of strategies with the details of the selected one, or with several beside one another.
final class StrategyPane extends BorderPane {
    private final StrategyTable table;
    private final DetailPane detail;
    private final ComparePane comparison;
    private final TableSplit master;
    private final DetailSplit split;
    private Workspace workspace;
    private boolean updating;

    /// @param isOfQueue whether the rows are those of the queue, in which each has a place
    StrategyPane(String placeholder, DashboardModel model, boolean isOfQueue) {
        this.workspace = model.workspace().get();
        table = new StrategyTable(placeholder, model.choices(), Optional.of(model.remarks()), isOfQueue);
        detail = new DetailPane(model, new IdeaPane(model.ideas().open()), this::turnPage, this::close);
        comparison = new ComparePane(model, this::close);
        master = new TableSplit(table);
        split = new DetailSplit(master);
        setCenter(split);
        table.getSelectionModel()
                .selectedItemProperty()
                .flatMap(StrategyItem::row)
                .subscribe(_ -> showDetail());
        table.getSelectionModel().getSelectedItems().addListener((ListChangeListener<StrategyItem>) _ -> showDetail());
        table.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2
                    && event.getButton() == MouseButton.PRIMARY
                    && !table.getSelectionModel().isEmpty()) {
                wholePage(true);
            }
        });
        setOnKeyPressed(this::key);
    }

    /// Enter gives the strategy the whole page; Esc takes that back, and then the strategy away.
    private void key(KeyEvent event) {
        if (table.getSelectionModel().isEmpty()) {
            return;
        }
        if (event.getCode() == KeyCode.ESCAPE) {
            if (split.isWhole()) {
                wholePage(false);
            } else {
                close();
            }
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER
                && !split.isWhole()
                && table.selected().size() == 1) {
            wholePage(true);
            event.consume();
        }
    }

    private void turnPage() {
        wholePage(!split.isWhole());
    }

    private void wholePage(boolean isWhole) {
        if (isWhole == split.isWhole()) {
            return;
        }
        split.whole(isWhole);
        detail.expanded(isWhole);
        (isWhole ? detail : table).requestFocus();
    }

    private void close() {
        wholePage(false);
        table.getSelectionModel().clearSelection();
        table.requestFocus();
    }

    /// Something beside the table; none takes it away.
    void beside(Optional<Region> other) {
        master.beside(other);
    }

    /// The whole page for the one that is selected; of several the comparison takes the keys.
    void open() {
        if (table.selected().size() == 1) {
            wholePage(true);
        } else {
            comparison.requestFocus();
        }
    }

    /// Whether its rows are being exchanged.
    boolean isUpdating() {
        return updating;
    }

    StrategyTable table() {
        return table;
    }

    /// Selects this strategy alone, and scrolls to it.
    void reveal(StrategyId id) {
        table.getItems().stream()
                .filter(item -> item.id().equals(id))
                .findFirst()
                .ifPresent(item -> {
                    table.choose(item, false);
                    table.requestFocus();
                });
    }

    void show(RowChanges rows, Workspace chosen) {
        workspace = chosen;
        updating = true;
        table.show(rows);
        updating = false;
        showDetail();
    }

    private void showDetail() {
        if (updating) {
            return;
        }
        StrategyItem item = table.getSelectionModel().getSelectedItem();
        List<StrategyItem> several = table.selected();
        if (several.size() > 1) {
            wholePage(false);
            detail.leave();
            comparison.show(several.stream().map(StrategyItem::now).toList());
            split.show(Optional.of(comparison));
        } else if (item != null) {
            detail.show(
                    item.now(),
                    workspace.root().relativize(workspace.strategies()).toString());
            split.show(Optional.of(detail));
        } else {
            detail.leave();
            wholePage(false);
            split.show(Optional.empty());
        }
    }
}
