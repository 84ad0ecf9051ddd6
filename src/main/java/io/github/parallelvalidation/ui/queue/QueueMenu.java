package io.github.parallelvalidation.ui.queue;

import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.ui.control.Parts;
import io.github.parallelvalidation.ui.model.DashboardModel;
import io.github.parallelvalidation.ui.model.StrategyFiles;
import io.github.parallelvalidation.ui.model.StrategyItem;
import io.github.parallelvalidation.ui.text.Texts;
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
    private final MenuItem validate = item("menu-validate", Texts.of("row.validate"), this::validate);
    private final MenuItem look = item("menu-show", Texts.of("row.show"), this::look);
    private final MenuItem openFolder = forOne("open-folder", Texts.of("row.folder"), id -> files().openFolder(id));
    private final MenuItem openLog = forOne("open-log", Texts.of("row.log"), id -> files().openLog(id, tier()));
    private final MenuItem star = item("star-rows", Texts.of("row.star"), this::turnStars);
    private final MenuItem copyId = item("copy-id", Texts.of("row.id"), this::copyIds);
    private final MenuItem copyCommand = forOne("copy-command", Texts.of("row.command"), this::copyCommand);
    private final MenuItem copyRows = item("copy-rows", Texts.of("row.copy"), this::copyRows);
    private final MenuItem duplicate = forOne("duplicate", Texts.of("row.duplicate"), this::duplicate);
    private final MenuItem newStrategy = item("new-strategy", Texts.of("row.new"), this::newStrategy);

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
        validate.setText(Texts.of("row.validate.now", model.toDo().now().get().words(), tier()));
        validate.setDisable(count == 0 || !model.canValidate());
        look.setText(lookWords(count));
        look.setDisable(count == 0 || count > MOST_COMPARED);
        for (MenuItem one : List.of(openFolder, openLog, copyCommand, duplicate)) {
            one.setDisable(count != 1);
        }
        openLog.setText(Texts.of("row.log.tier", tier()));
        boolean isStarred =
                selected().stream().allMatch(item -> item.now().remark().isStarred());
        star.setText(count > 0 && isStarred ? Texts.of("row.star.away") : Texts.of("row.star.key"));
        star.setDisable(count == 0);
        copyId.setDisable(count == 0);
        copyId.setText(count > 1 ? Texts.of("row.ids") : Texts.of("row.id"));
        copyRows.setDisable(count == 0);
        copyRows.setText(count > 1 ? Texts.of("row.copy.rows", count) : Texts.of("row.copy.row"));
    }

    private static String lookWords(int count) {
        if (count < 2) {
            return Texts.of("row.show.enter");
        }
        return count > MOST_COMPARED ? Texts.of("row.compare.none") : Texts.of("row.compare", count);
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
