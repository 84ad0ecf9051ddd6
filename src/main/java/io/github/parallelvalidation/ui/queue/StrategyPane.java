package io.github.parallelvalidation.ui.queue;

import io.github.parallelvalidation.ui.control.Parts;
import io.github.parallelvalidation.ui.idea.IdeaPane;
import io.github.parallelvalidation.ui.model.DashboardModel;
import io.github.parallelvalidation.ui.model.RowChanges;
import io.github.parallelvalidation.ui.model.StrategyItem;
import io.github.parallelvalidation.ui.strategy.DetailPane;
import io.github.parallelvalidation.workspace.Workspace;
import javafx.geometry.Side;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import org.controlsfx.control.MasterDetailPane;

/// A table of strategies with the details of the selected one: beside the table where there is room, else below it.
final class StrategyPane extends BorderPane {
    private static final double ROOM_BESIDE = 1020;
    private static final double WIDTH_BESIDE = 312;
    private static final double SHARE_UNDER = 0.45;

    private final StrategyTable table;
    private final DetailPane detail;
    private final MasterDetailPane split = new MasterDetailPane();
    private Workspace workspace;
    private boolean updating;

    StrategyPane(String placeholder, DashboardModel model) {
        this.workspace = model.workspace().get();
        table = new StrategyTable(placeholder, model.choices().hiddenColumns());
        detail = new DetailPane(
                () -> table.getSelectionModel().clearSelection(),
                (id, tier) -> model.commandByHand(id, tier, Parts::copy),
                model::evidence,
                new IdeaPane(model.ideas().open()));
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
        widthProperty().subscribe(_ -> turn());
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE && !table.getSelectionModel().isEmpty()) {
                table.getSelectionModel().clearSelection();
                event.consume();
            }
        });
    }

    StrategyTable table() {
        return table;
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
        if (item != null) {
            detail.show(
                    item.now(),
                    workspace.root().relativize(workspace.strategies()).toString());
        } else {
            detail.leave();
        }
        split.setShowDetailNode(item != null);
    }

    /// Where the researcher has drawn the line between the two stays, until there is another side to it.
    private void turn() {
        Side wanted = getWidth() >= ROOM_BESIDE ? Side.RIGHT : Side.BOTTOM;
        if (split.getDetailSide() != wanted) {
            split.setDetailSide(wanted);
            split.setDividerPosition(wanted == Side.RIGHT ? 1 - WIDTH_BESIDE / getWidth() : SHARE_UNDER);
        }
    }
}
