package io.github.parallelvalidation.ui.queue;

import io.github.parallelvalidation.ui.model.DashboardModel;
import io.github.parallelvalidation.ui.model.StrategyItem;
import java.util.List;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.BorderPane;

/// The queue page.
public final class QueuePage extends BorderPane {
    private final DashboardModel model;
    private final StrategyPane strategies;

    public QueuePage(DashboardModel model) {
        this.model = model;
        strategies = new StrategyPane(
                "The strategies of .crypto/pipeline/queue.yaml will stand here. Add entries there: they are seen at"
                        + " once.",
                model);
        StrategyTable table = strategies.table();
        table.setId("queue");
        model.choices().filter().subscribe(table::filter);
        MenuItem validate = new MenuItem("Validate selected");
        validate.setOnAction(
                _ -> model.validate(selected().stream().map(StrategyItem::id).toList()));
        MenuItem copy = new MenuItem("Copy rows");
        copy.setAccelerator(StrategyTable.COPY);
        copy.setOnAction(_ -> table.copy());
        ContextMenu menu = new ContextMenu(validate, copy);
        menu.setOnShowing(_ -> {
            validate.setText("Validate " + selected().size() + " selected at "
                    + model.choices().tier().get());
            validate.setDisable(selected().isEmpty() || !model.isReady());
            copy.setDisable(selected().isEmpty());
        });
        table.setContextMenu(menu);
        setCenter(strategies);
        model.rows().subscribe(rows -> strategies.show(rows, model.workspace().get()));
    }

    private List<StrategyItem> selected() {
        return strategies.table().selected();
    }
}
