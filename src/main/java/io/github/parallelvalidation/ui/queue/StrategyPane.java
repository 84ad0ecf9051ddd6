package io.github.parallelvalidation.ui.queue;

import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.ui.model.StrategyRow;
import io.github.parallelvalidation.ui.strategy.DetailPane;
import io.github.parallelvalidation.workspace.Workspace;
import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;

/// A table of strategies and, when one is selected, what is known about it: beside the table where there is
/// room, else under it.
final class StrategyPane extends BorderPane {
    private static final double ROOM_BESIDE = 1020;
    private static final double WIDTH_BESIDE = 312;
    private static final double SHARE_UNDER = 0.45;

    private final StrategyTable table;
    private final DetailPane detail;
    private final SplitPane split;
    private Workspace workspace;
    private boolean updating;

    StrategyPane(String placeholder, Workspace workspace) {
        this.workspace = workspace;
        table = new StrategyTable(placeholder);
        detail = new DetailPane(() -> table.getSelectionModel().clearSelection());
        split = new SplitPane(table);
        SplitPane.setResizableWithParent(detail, false);
        setCenter(split);
        table.getSelectionModel().selectedItemProperty().subscribe(_ -> showDetail());
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

    void show(List<StrategyRow> rows, Tier tier, Workspace place) {
        workspace = place;
        updating = true;
        table.show(rows, tier);
        updating = false;
        showDetail();
    }

    private void showDetail() {
        if (updating) {
            return;
        }
        StrategyRow row = table.getSelectionModel().getSelectedItem();
        if (row == null) {
            split.getItems().remove(detail);
            return;
        }
        detail.show(row, workspace.root().relativize(workspace.strategies()).toString());
        if (!split.getItems().contains(detail)) {
            split.getItems().add(detail);
            split.setDividerPositions(share());
        }
    }

    private void turn() {
        Orientation wanted = getWidth() >= ROOM_BESIDE ? Orientation.HORIZONTAL : Orientation.VERTICAL;
        if (split.getOrientation() != wanted) {
            split.setOrientation(wanted);
            split.setDividerPositions(share());
        }
    }

    private double share() {
        return split.getOrientation() == Orientation.HORIZONTAL
                ? 1 - WIDTH_BESIDE / Math.max(getWidth(), ROOM_BESIDE)
                : SHARE_UNDER;
    }
}
