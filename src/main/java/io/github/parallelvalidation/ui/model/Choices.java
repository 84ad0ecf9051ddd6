package io.github.parallelvalidation.ui.model;

import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.plan.ChainLink;
import io.github.parallelvalidation.plan.RunRequest;
import io.github.parallelvalidation.plan.RunWishes;
import io.github.parallelvalidation.run.WorkspaceView;
import io.github.parallelvalidation.settings.Settings;
import io.github.parallelvalidation.ui.control.Density;
import io.github.parallelvalidation.ui.control.Theme;
import io.github.parallelvalidation.workspace.StrategyId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableSet;

/// The settings of tool bar and navigation.
public final class Choices {
    /// How many strategies a run may be limited to; empty for no limit.
    public static final List<Optional<Integer>> AT_MOST = Stream.concat(
                    Stream.of(Optional.<Integer>empty()),
                    Stream.of(1, 2, 5, 10, 20, 50).map(Optional::of))
            .toList();

    private final ObjectProperty<Tier> tier = new SimpleObjectProperty<>(Tier.L0);
    private final ObjectProperty<Integer> workers = new SimpleObjectProperty<>(Settings.MOST_WORKERS);
    private final ObjectProperty<Optional<Integer>> atMost = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Page> page = new SimpleObjectProperty<>(Page.QUEUE);
    private final ObjectProperty<Theme> theme = new SimpleObjectProperty<>(Theme.LIGHT);
    private final ObjectProperty<Density> density = new SimpleObjectProperty<>(Density.ROOMY);
    private final ObjectProperty<TableLook> tableLook = new SimpleObjectProperty<>(TableLook.AS_IT_COMES);
    private final StringProperty filter = new SimpleStringProperty("");
    private final ObjectProperty<List<StrategyId>> selected = new SimpleObjectProperty<>(List.of());
    private final ObjectProperty<Optional<StrategyId>> sought = new SimpleObjectProperty<>(Optional.empty());
    private final BooleanProperty thenL1 = new SimpleBooleanProperty();
    private final BooleanProperty notices = new SimpleBooleanProperty(true);
    private final BooleanProperty scatter = new SimpleBooleanProperty();
    private final TableOrder order = new TableOrder();
    private final SavedFilters savedFilters = new SavedFilters();
    private final ObservableList<String> columnOrder = FXCollections.observableArrayList();
    private final ObservableSet<String> hiddenColumns = FXCollections.observableSet();

    public ObjectProperty<Theme> theme() {
        return theme;
    }

    public ObjectProperty<Density> density() {
        return density;
    }

    public ObjectProperty<Tier> tier() {
        return tier;
    }

    public ObjectProperty<Integer> workers() {
        return workers;
    }

    public ObjectProperty<Optional<Integer>> atMost() {
        return atMost;
    }

    public ObjectProperty<Page> page() {
        return page;
    }

    /// How wide columns are, and by which is sorted.
    public ObjectProperty<TableLook> tableLook() {
        return tableLook;
    }

    public StringProperty filter() {
        return filter;
    }

    /// The rows of the queue that are selected, in its order.
    public ObjectProperty<List<StrategyId>> selected() {
        return selected;
    }

    /// The strategy that the queue is to select and show; taken back once it does.
    public ObjectProperty<Optional<StrategyId>> sought() {
        return sought;
    }

    /// Whether what passes L0 goes on to L1.
    public BooleanProperty thenL1() {
        return thenL1;
    }

    /// Whether the desktop is told what happens while nobody looks at the window.
    public BooleanProperty notices() {
        return notices;
    }

    /// Whether all strategies are seen in one picture beside the queue.
    public BooleanProperty scatter() {
        return scatter;
    }

    /// What goes before the sorted column in the order of the queue's table.
    public TableOrder order() {
        return order;
    }

    public SavedFilters savedFilters() {
        return savedFilters;
    }

    /// The ids of columns as a person has put them, from left to right; others follow as they are.
    public ObservableList<String> columnOrder() {
        return columnOrder;
    }

    /// The ids of the columns that the tables leave out.
    public ObservableSet<String> hiddenColumns() {
        return hiddenColumns;
    }

    /// For a workspace seen for the first time: the tier of its last run, whose results are shown;
    /// before any run the first with work.
    void begin(WorkspaceView view) {
        workers.set(view.settings().parallelism().maxWorkers());
        tier.set(view.lastRun()
                .map(outcome -> outcome.plan().tier())
                .or(() -> Arrays.stream(Tier.values())
                        .filter(each -> !view.queue().awaiting(each).isEmpty())
                        .findFirst())
                .orElse(Tier.L0));
    }

    /// The settings allow another number of workers than before: who had all of them goes on having all.
    void follow(int mostBefore, int most) {
        if (most != mostBefore) {
            workers.set(workers.get() == mostBefore ? most : Math.min(workers.get(), most));
        }
    }

    /// What awaits the tier, but not more than is wanted.
    RunRequest request() {
        return request(atMost.get().map(OptionalInt::of).orElseGet(OptionalInt::empty), List.of());
    }

    /// Exactly these.
    RunRequest request(List<StrategyId> strategies) {
        return request(OptionalInt.empty(), strategies);
    }

    private RunRequest request(OptionalInt most, List<StrategyId> strategies) {
        boolean goesOn = thenL1.get() && tier.get() == Tier.L0;
        RunWishes wishes = new RunWishes(goesOn, Optional.empty(), Map.of());
        return new RunRequest(
                tier.get(),
                OptionalInt.of(workers.get()),
                most,
                strategies,
                OptionalInt.empty(),
                ChainLink.first(wishes));
    }
}
