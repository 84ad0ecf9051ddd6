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
import javafx.collections.ListChangeListener;
import javafx.geometry.Side;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.BorderPane;
import org.controlsfx.control.MasterDetailPane;

/// A table of strategies with the details of the selected one: beside the table where there is room, else below it.
final class StrategyPane extends BorderPane {
    private static final double ROOM_BESIDE = 1400;
    private static final double SHARE = 0.5;

    private final StrategyTable table;
    private final DetailPane detail;
    private final ComparePane comparison;
    private final MasterDetailPane split = new MasterDetailPane();
    private Workspace workspace;
    private boolean updating;

    StrategyPane(String placeholder, DashboardModel model) {
        this.workspace = model.workspace().get();
        table = new StrategyTable(
                placeholder, model.choices().hiddenColumns(), model.choices().tableLook());
        detail = new DetailPane(model, new IdeaPane(model.ideas().open()), this::turnPage, this::close);
        comparison = new ComparePane(model, this::close);
        split.setMasterNode(table);
        split.setDetailNode(detail);
        split.setShowDetailNode(false);
        split.setAnimated(false);
        split.setFocusTraversable(false);
        setCenter(split);
        table.getSelectionModel()
                .selectedItemProperty()
                .flatMap(StrategyItem::row)
                .subscribe(_ -> showDetail());
        table.getSelectionModel().getSelectedItems().addListener((ListChangeListener<StrategyItem>) _ -> showDetail());
        widthProperty().subscribe(_ -> turn());
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
            if (isWholePage()) {
                wholePage(false);
            } else {
                close();
            }
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER
                && !isWholePage()
                && table.selected().size() == 1) {
            wholePage(true);
            event.consume();
        }
    }

    private boolean isWholePage() {
        return getCenter() == detail;
    }

    private void turnPage() {
        wholePage(!isWholePage());
    }

    private void wholePage(boolean isWhole) {
        if (isWhole == isWholePage()) {
            return;
        }
        if (isWhole) {
            split.setDetailNode(null);
            setCenter(detail);
            detail.requestFocus();
        } else {
            setCenter(split);
            split.setDetailNode(detail);
            table.requestFocus();
        }
        detail.expanded(isWhole);
    }

    private void close() {
        wholePage(false);
        table.getSelectionModel().clearSelection();
        table.requestFocus();
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
                    table.getSelectionModel().clearAndSelect(table.getItems().indexOf(item));
                    table.scrollTo(item);
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
            split.setDetailNode(comparison);
            split.setShowDetailNode(true);
            return;
        }
        if (!isWholePage()) {
            split.setDetailNode(detail);
        }
        if (item != null) {
            detail.show(
                    item.now(),
                    workspace.root().relativize(workspace.strategies()).toString());
        } else {
            detail.leave();
            wholePage(false);
        }
        split.setShowDetailNode(item != null);
    }

    /// Where the researcher has drawn the line between the two stays, until there is another side to it.
    private void turn() {
        Side wanted = getWidth() >= ROOM_BESIDE ? Side.RIGHT : Side.BOTTOM;
        if (split.getDetailSide() != wanted) {
            split.setDetailSide(wanted);
            split.setDividerPosition(SHARE);
        }
    }
}
