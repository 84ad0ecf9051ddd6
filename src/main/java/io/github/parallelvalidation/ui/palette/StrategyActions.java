package io.github.parallelvalidation.ui.palette;

import io.github.parallelvalidation.compare.Comparison;
import io.github.parallelvalidation.display.MetricColumn;
import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.ui.model.Choices;
import io.github.parallelvalidation.ui.model.DashboardModel;
import io.github.parallelvalidation.ui.model.StrategyItem;
import io.github.parallelvalidation.ui.model.StrategyRow;
import io.github.parallelvalidation.ui.queue.Tsv;
import io.github.parallelvalidation.workspace.StrategyId;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;

/// What can be done with the selected strategies, and with the way in which the queue is looked at.
final class StrategyActions {
    private static final String NONE_SELECTED = "no strategy is selected";

    private final DashboardModel model;
    private final WindowParts window;

    StrategyActions(DashboardModel model, WindowParts window) {
        this.model = model;
        this.window = window;
    }

    void add(List<WindowAction> actions) {
        actions.add(WindowAction.of("New strategy…", model.ideas()::newStrategy)
                .keys(WindowActions.NEW_STRATEGY.combination()));
        selected(actions);
        table(actions);
    }

    private void selected(List<WindowAction> actions) {
        List<StrategyId> selected = model.choices().selected().get();
        Tier tier = model.choices().tier().get();
        actions.add(one("Duplicate %s…", id -> model.ideas().duplicate(id)));
        actions.add(one("Open the folder of %s", id -> model.files().openFolder(id)));
        actions.add(one("Open the log of %s at " + tier, id -> model.files().openLog(id, tier)));
        actions.add(one(
                "Copy the command that runs %s by hand at " + tier, id -> model.commandByHand(id, tier, window::copy)));
        boolean isComparable = selected.size() >= 2 && selected.size() <= Comparison.MOST;
        actions.add(WindowAction.of(
                        isComparable ? "Compare the %d selected".formatted(selected.size()) : "Compare what is selected",
                        window::showSelected)
                .unless(!isComparable, "two to %d strategies have to be selected".formatted(Comparison.MOST)));
        actions.add(WindowAction.of(
                        "Copy the rows that are selected",
                        () -> window.copy(Tsv.of(rows(selected), MetricColumn.of(tier))))
                .unless(selected.isEmpty(), NONE_SELECTED));
        actions.add(WindowAction.of(
                        "Copy the ids that are selected",
                        () -> window.copy(
                                selected.stream().map(StrategyId::value).collect(Collectors.joining("\n"))))
                .unless(selected.isEmpty(), NONE_SELECTED));
        actions.add(WindowAction.of(
                        "Star what is selected, or take the star away",
                        () -> model.remarks().turnStars(selected))
                .unless(selected.isEmpty(), NONE_SELECTED));
    }

    private List<StrategyRow> rows(List<StrategyId> selected) {
        Set<StrategyId> wanted = Set.copyOf(selected);
        return model.rows().items().stream()
                .filter(item -> wanted.contains(item.id()))
                .map(StrategyItem::now)
                .toList();
    }

    /// @param name with a place for the strategy
    private WindowAction one(String name, Consumer<StrategyId> perform) {
        List<StrategyId> selected = model.choices().selected().get();
        if (selected.size() != 1) {
            return WindowAction.of(name.formatted("the selected strategy"), () -> {})
                    .unless(true, "one strategy has to be selected");
        }
        StrategyId id = selected.getFirst();
        return WindowAction.of(name.formatted(id), () -> perform.accept(id));
    }

    private void table(List<WindowAction> actions) {
        Choices choices = model.choices();
        actions.add(WindowAction.of("Filter the table", window::toFilter).keys("Shortcut+F"));
        for (String name : choices.savedFilters().names()) {
            actions.add(WindowAction.of(
                    "Saved filter: " + name,
                    () -> choices.filter().set(choices.savedFilters().find(name))));
        }
        actions.add(WindowAction.of("Columns of the table…", window::chooseColumns));
        actions.add(turn("All strategies in one picture", choices.scatter()));
        actions.add(turn("What runs on top of the table", choices.order().runningFirst()));
        actions.add(turn("What has the same status together", choices.order().byStatus()));
    }

    private static WindowAction turn(String name, BooleanProperty choice) {
        boolean isOn = choice.get();
        return WindowAction.of(name + (isOn ? ": off" : ": on"), () -> choice.set(!isOn));
    }
}
