package io.github.parallelvalidation.ui;

import java.util.List;
import javafx.geometry.Side;
import org.controlsfx.control.MasterDetailPane;

/// The table of strategies, and all that is known of the selected one.
final class QueuePage extends MasterDetailPane {
    private static final double TABLE_SHARE = 0.74;

    private final StrategyTable table = new StrategyTable();
    private final StrategyDetails details = new StrategyDetails();

    QueuePage() {
        setId("queue-page");
        setDetailSide(Side.RIGHT);
        setAnimated(false);
        setMasterNode(table);
        setDetailNode(details);
        setDividerPosition(TABLE_SHARE);
        setShowDetailNode(true);
        table.getSelectionModel().selectedItemProperty().subscribe(details::show);
    }

    StrategyTable table() {
        return table;
    }

    void show(List<StrategyRow> rows) {
        table.show(rows);
        details.show(table.getSelectionModel().getSelectedItem());
    }
}
