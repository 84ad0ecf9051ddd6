package io.github.parallelvalidation.ui.queue;

import io.github.parallelvalidation.ui.control.Parts;
import io.github.parallelvalidation.ui.model.DashboardModel;
import io.github.parallelvalidation.ui.model.StrategyItem;
import io.github.parallelvalidation.workspace.StrategyId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.collections.ListChangeListener;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.BorderPane;

/// The queue page.
public final class QueuePage extends BorderPane {
    private final StrategyPane strategies;
    /// Whether the selection has changed while rows were exchanged.
    private boolean hasMoved;

    public QueuePage(DashboardModel model) {
        strategies = new StrategyPane(
                "The strategies of .crypto/pipeline/queue.yaml will stand here. Add entries there: they are seen at"
                        + " once.",
                model);
        StrategyTable table = strategies.table();
        table.setId("queue");
        table.setAccessibleText("Strategies of the queue");
        model.choices().filter().subscribe(table::filter);
        MenuItem validate = new MenuItem("Validate selected");
        validate.setOnAction(_ -> model.validate());
        table.getSelectionModel().getSelectedItems().addListener((ListChangeListener<StrategyItem>)
                _ -> tellSelected(model));
        MenuItem copy = new MenuItem("Copy rows");
        copy.setAccelerator(StrategyTable.COPY);
        copy.setOnAction(_ -> table.copy());
        MenuItem copyId = new MenuItem("Copy id");
        copyId.setOnAction(_ ->
                Parts.copy(selected().stream().map(item -> item.id().value()).collect(Collectors.joining("\n"))));
        MenuItem copyCommand = new MenuItem("Copy the command that runs it by hand");
        copyCommand.setOnAction(_ -> selected().stream()
                .findFirst()
                .ifPresent(item ->
                        model.commandByHand(item.id(), model.choices().tier().get(), Parts::copy)));
        MenuItem duplicate = new MenuItem("Duplicate…");
        duplicate.setId("duplicate");
        duplicate.setOnAction(_ ->
                selected().stream().findFirst().ifPresent(item -> model.ideas().duplicate(item.id())));
        MenuItem newStrategy = new MenuItem("New strategy…");
        newStrategy.setOnAction(_ -> model.ideas().newStrategy());
        ContextMenu menu = new ContextMenu(validate, copy, copyId, copyCommand, duplicate, newStrategy);
        menu.setOnShowing(_ -> {
            validate.setText(model.toDo().now().get().words() + " at "
                    + model.choices().tier().get());
            validate.setDisable(selected().isEmpty() || !model.canValidate());
            copy.setDisable(selected().isEmpty());
            copyId.setDisable(selected().isEmpty());
            copyId.setText(selected().size() > 1 ? "Copy ids" : "Copy id");
            copyCommand.setDisable(selected().size() != 1);
            duplicate.setDisable(selected().size() != 1);
        });
        table.setContextMenu(menu);
        setCenter(strategies);
        model.choices()
                .sought()
                .subscribe(wanted -> wanted.ifPresent(id -> {
                    strategies.reveal(id);
                    model.choices().sought().set(Optional.empty());
                }));
        model.rows().subscribe(rows -> {
            strategies.show(rows, model.workspace().get());
            if (hasMoved) {
                tellSelected(model);
            }
        });
    }

    /// While rows are exchanged the selection is taken back and made again: that is no wish of anybody.
    private void tellSelected(DashboardModel model) {
        hasMoved = strategies.isUpdating();
        if (!hasMoved) {
            List<StrategyId> now = selected().stream().map(StrategyItem::id).toList();
            if (!now.equals(model.choices().selected().get())) {
                model.choices().selected().set(now);
            }
        }
    }

    private List<StrategyItem> selected() {
        return strategies.table().selected();
    }
}
