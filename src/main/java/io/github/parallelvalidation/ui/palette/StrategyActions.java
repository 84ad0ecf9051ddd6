package io.github.parallelvalidation.ui.palette;

import io.github.parallelvalidation.compare.Comparison;
import io.github.parallelvalidation.display.MetricColumn;
import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.ui.model.Choices;
import io.github.parallelvalidation.ui.model.DashboardModel;
import io.github.parallelvalidation.ui.model.StrategyItem;
import io.github.parallelvalidation.ui.model.StrategyRow;
import io.github.parallelvalidation.ui.queue.Tsv;
import io.github.parallelvalidation.ui.text.Texts;
import io.github.parallelvalidation.workspace.StrategyId;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;

/// What can be done with the selected strategies, and with the way in which the queue is looked at.
final class StrategyActions {
    private final DashboardModel model;
    private final WindowParts window;

    StrategyActions(DashboardModel model, WindowParts window) {
        this.model = model;
        this.window = window;
    }

    void add(List<WindowAction> actions) {
        actions.add(WindowAction.of(Texts.of("palette.strategy.new"), model.ideas()::newStrategy)
                .keys(WindowActions.NEW_STRATEGY.combination()));
        selected(actions);
        table(actions);
    }

    private void selected(List<WindowAction> actions) {
        List<StrategyId> selected = model.choices().selected().get();
        Tier tier = model.choices().tier().get();
        actions.add(one(
                name -> Texts.of("palette.strategy.duplicate", name),
                id -> model.ideas().duplicate(id)));
        actions.add(one(
                name -> Texts.of("palette.strategy.folder", name),
                id -> model.files().openFolder(id)));
        actions.add(one(
                name -> Texts.of("palette.strategy.log", name, tier),
                id -> model.files().openLog(id, tier)));
        actions.add(one(
                name -> Texts.of("palette.strategy.command", name, tier),
                id -> model.commandByHand(id, tier, window::copy)));
        boolean isComparable = selected.size() >= 2 && selected.size() <= Comparison.MOST;
        actions.add(WindowAction.of(
                        isComparable
                                ? Texts.of("palette.strategy.compare", selected.size())
                                : Texts.of("palette.strategy.compare.selected"),
                        window::showSelected)
                .unless(!isComparable, Texts.of("palette.strategy.compare.refusal", Comparison.MOST)));
        boolean isNone = selected.isEmpty();
        actions.add(WindowAction.of(
                        Texts.of("palette.strategy.rows"),
                        () -> window.copy(Tsv.of(rows(selected), MetricColumn.of(tier))))
                .unless(isNone, Texts.of("palette.strategy.star.refusal")));
        actions.add(WindowAction.of(
                        Texts.of("palette.strategy.ids"),
                        () -> window.copy(
                                selected.stream().map(StrategyId::value).collect(Collectors.joining("\n"))))
                .unless(isNone, Texts.of("palette.strategy.star.refusal")));
        actions.add(WindowAction.of(
                        Texts.of("palette.strategy.star"), () -> model.remarks().turnStars(selected))
                .unless(isNone, Texts.of("palette.strategy.star.refusal")));
    }

    private List<StrategyRow> rows(List<StrategyId> selected) {
        Set<StrategyId> wanted = Set.copyOf(selected);
        return model.rows().items().stream()
                .filter(item -> wanted.contains(item.id()))
                .map(StrategyItem::now)
                .toList();
    }

    /// @param name made of that of the strategy
    private WindowAction one(UnaryOperator<String> name, Consumer<StrategyId> perform) {
        List<StrategyId> selected = model.choices().selected().get();
        if (selected.size() != 1) {
            return WindowAction.of(name.apply(Texts.of("palette.strategy.selected")), () -> {})
                    .unless(true, Texts.of("palette.strategy.refusal"));
        }
        StrategyId id = selected.getFirst();
        return WindowAction.of(name.apply(id.value()), () -> perform.accept(id));
    }

    private void table(List<WindowAction> actions) {
        Choices choices = model.choices();
        actions.add(WindowAction.of(Texts.of("palette.table.filter"), window::toFilter)
                .keys("Shortcut+F"));
        for (String name : choices.savedFilters().names()) {
            actions.add(WindowAction.of(
                    Texts.of("palette.table.saved", name),
                    () -> choices.filter().set(choices.savedFilters().find(name))));
        }
        actions.add(WindowAction.of(Texts.of("palette.table.columns"), window::chooseColumns));
        actions.add(turn(Texts.of("palette.table.picture"), choices.scatter()));
        actions.add(turn(Texts.of("palette.table.running"), choices.order().runningFirst()));
        actions.add(turn(Texts.of("palette.table.status"), choices.order().byStatus()));
    }

    private static WindowAction turn(String name, BooleanProperty choice) {
        boolean isOn = choice.get();
        return WindowAction.of(
                isOn ? Texts.of("palette.table.off", name) : Texts.of("palette.table.on", name),
                () -> choice.set(!isOn));
    }
}
