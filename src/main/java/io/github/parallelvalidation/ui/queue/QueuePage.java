package io.github.parallelvalidation.ui.queue;

import io.github.parallelvalidation.ui.control.Parts;
import io.github.parallelvalidation.ui.model.Choices;
import io.github.parallelvalidation.ui.model.DashboardModel;
import io.github.parallelvalidation.ui.model.RowChanges;
import io.github.parallelvalidation.ui.model.StrategyItem;
import io.github.parallelvalidation.ui.model.TableOrder;
import io.github.parallelvalidation.ui.overview.ChipBar;
import io.github.parallelvalidation.ui.overview.FilterMenu;
import io.github.parallelvalidation.ui.overview.OrderMenu;
import io.github.parallelvalidation.ui.overview.ScatterPane;
import io.github.parallelvalidation.ui.text.Texts;
import io.github.parallelvalidation.workspace.StrategyId;
import java.util.List;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;

/// The queue page: how many strategies have which status, the table, and beside it the picture of all of them.
public final class QueuePage extends BorderPane {
    private final DashboardModel model;
    private final StrategyPane strategies;
    private final ChipBar chips;
    private final ScatterPane scatter;
    /// Whether the selection has changed while rows were exchanged.
    private boolean hasMoved;

    public QueuePage(DashboardModel model) {
        this.model = model;
        Choices choices = model.choices();
        strategies = new StrategyPane(placeholder(), model, true);
        StrategyTable table = strategies.table();
        table.setId("queue");
        table.setAccessibleText(Texts.of("queue.accessible"));
        chips = new ChipBar(choices.filter());
        scatter = new ScatterPane(choices.filter(), table::choose, model.files()::savePicture);
        choices.filter().subscribe(table::filter);
        table.getSelectionModel().getSelectedItems().addListener((ListChangeListener<StrategyItem>)
                _ -> tellSelected());
        table.setContextMenu(new QueueMenu(model, strategies));
        RowMover.install(table, model.order());
        HBox.setHgrow(chips, Priority.ALWAYS);
        HBox head = Parts.row(
                Parts.HALF,
                chips,
                new FilterMenu(choices.savedFilters(), choices.filter()),
                new OrderMenu(choices.order()),
                scatterToggle(choices));
        head.getStyleClass().add("queue-head");
        setTop(head);
        setCenter(strategies);
        choices.sought()
                .subscribe(wanted -> wanted.ifPresent(id -> {
                    strategies.reveal(id);
                    choices.sought().set(Optional.empty());
                }));
        choices.order().runningFirst().subscribe(_ -> arrange(choices.order()));
        choices.order().byStatus().subscribe(_ -> arrange(choices.order()));
        choices.scatter().subscribe(isShown -> strategies.beside(isShown ? Optional.of(scatter) : Optional.empty()));
        model.rows().subscribe(this::show);
        model.loaded().subscribe(_ -> strategies.table().placeholder(placeholder()));
    }

    /// The keys go to the view of what is selected, or to the comparison of several.
    public void open() {
        strategies.open();
    }

    private void arrange(TableOrder order) {
        strategies.table().arrange(order.runningFirst().get(), order.byStatus().get());
    }

    private static ToggleButton scatterToggle(Choices choices) {
        ToggleButton toggle = Parts.glyphToggle(Feather.CROSSHAIR, Texts.of("queue.picture"));
        toggle.setId("show-scatter");
        toggle.selectedProperty().bindBidirectional(choices.scatter());
        return toggle;
    }

    private void show(RowChanges rows) {
        chips.show(rows);
        strategies.table().placeholder(placeholder());
        strategies.show(rows, model.workspace().get());
        scatter.show(rows);
        if (hasMoved) {
            tellSelected();
        }
    }

    /// What stands where there are no rows.
    private String placeholder() {
        if (model.view().isEmpty()) {
            return Texts.of("queue.placeholder.reading");
        }
        return model.isQueueUnknown() ? Texts.of("queue.placeholder.unread") : Texts.of("queue.placeholder");
    }

    /// While rows are exchanged the selection is taken back and made again: that is no wish of anybody.
    private void tellSelected() {
        hasMoved = strategies.isUpdating();
        if (hasMoved) {
            return;
        }
        List<StrategyItem> selected = strategies.table().selected();
        scatter.selected(selected);
        List<StrategyId> now = selected.stream().map(StrategyItem::id).toList();
        if (!now.equals(model.choices().selected().get())) {
            model.choices().selected().set(now);
        }
    }
}
