package io.github.parallelvalidation.ui.queue;

import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.ui.control.Parts;
import io.github.parallelvalidation.ui.model.DashboardModel;
import io.github.parallelvalidation.ui.model.StrategyFiles;
import io.github.parallelvalidation.ui.model.StrategyItem;
import io.github.parallelvalidation.workspace.StrategyId;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/// What can be done with the rows of the queue that are selected.
final class QueueMenu extends ContextMenu {
    private static final int MOST_COMPARED = 6;

    private final DashboardModel model;
    private final StrategyPane strategies;
    private final MenuItem validate = item("menu-validate", "Validate selected", this::validate);
    private final MenuItem look = item("menu-show", "Show", this::look);
    private final MenuItem openFolder = forOne("open-folder", "Open folder", id -> files().openFolder(id));
    private final MenuItem openLog = forOne("open-log", "Open log", id -> files().openLog(id, tier()));
    private final MenuItem star = item("star-rows", "Star", this::turnStars);
    private final MenuItem copyId = item("copy-id", "Copy id", this::copyIds);
    private final MenuItem copyCommand =
            forOne("copy-command", "Copy the command that runs it by hand", this::copyCommand);
    private final MenuItem copyRows = item("copy-rows", "Copy rows", this::copyRows);
    private final MenuItem duplicate = forOne("duplicate", "Duplicate…", this::duplicate);
    private final MenuItem newStrategy = item("new-strategy", "New strategy…", this::newStrategy);

    QueueMenu(DashboardModel model, StrategyPane strategies) {
        this.model = model;
        this.strategies = strategies;
        copyRows.setAccelerator(StrategyTable.COPY);
        getItems()
                .addAll(
                        validate,
                        look,
                        star,
                        new SeparatorMenuItem(),
                        openFolder,
                        openLog,
                        new SeparatorMenuItem(),
                        copyId,
                        copyRows,
                        copyCommand,
                        new SeparatorMenuItem(),
                        duplicate,
                        newStrategy);
        setOnShowing(_ -> refresh());
    }

    private void refresh() {
        int count = selected().size();
        validate.setText(model.toDo().now().get().words() + " at " + tier());
        validate.setDisable(count == 0 || !model.canValidate());
        look.setText(
                count < 2 ? "Show" : count > MOST_COMPARED ? "Compare (two to six rows)" : "Compare these " + count);
        look.setDisable(count == 0 || count > MOST_COMPARED);
        for (MenuItem one : List.of(openFolder, openLog, copyCommand, duplicate)) {
            one.setDisable(count != 1);
        }
        openLog.setText("Open the log of " + tier());
        boolean isStarred =
                selected().stream().allMatch(item -> item.now().remark().isStarred());
        star.setText(count > 0 && isStarred ? "Take the star away (*)" : "Star (*)");
        star.setDisable(count == 0);
        copyId.setDisable(count == 0);
        copyId.setText(count > 1 ? "Copy ids" : "Copy id");
        copyRows.setDisable(count == 0);
        copyRows.setText(count > 1 ? "Copy %d rows".formatted(count) : "Copy row");
    }

    private static MenuItem item(String id, String words, Runnable action) {
        MenuItem item = new MenuItem(words);
        item.setId(id);
        item.setOnAction(_ -> action.run());
        return item;
    }

    private MenuItem forOne(String id, String words, Consumer<StrategyId> action) {
        return item(
                id,
                words,
                () -> selected().stream().findFirst().map(StrategyItem::id).ifPresent(action));
    }

    private List<StrategyItem> selected() {
        return strategies.table().selected();
    }

    private Tier tier() {
        return model.choices().tier().get();
    }

    private StrategyFiles files() {
        return model.files();
    }

    private void turnStars() {
        model.remarks().turnStars(selected().stream().map(StrategyItem::id).toList());
    }

    private void validate() {
        model.validate();
    }

    private void look() {
        strategies.open();
    }

    private void copyIds() {
        Parts.copy(selected().stream().map(item -> item.id().value()).collect(Collectors.joining("\n")));
    }

    private void copyCommand(StrategyId id) {
        model.commandByHand(id, tier(), Parts::copy);
    }

    private void copyRows() {
        strategies.table().copy();
    }

    private void duplicate(StrategyId id) {
        model.ideas().duplicate(id);
    }

    private void newStrategy() {
        model.ideas().newStrategy();
    }
}
