package io.github.parallelvalidation.ui.queue;

import atlantafx.base.theme.Tweaks;
import io.github.parallelvalidation.display.MetricColumn;
import io.github.parallelvalidation.gate.MetricNames;
import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.ui.control.Parts;
import io.github.parallelvalidation.ui.control.Role;
import io.github.parallelvalidation.ui.model.Choices;
import io.github.parallelvalidation.ui.model.RemarkDesk;
import io.github.parallelvalidation.ui.model.RowChanges;
import io.github.parallelvalidation.ui.model.RowFilter;
import io.github.parallelvalidation.ui.model.StrategyItem;
import io.github.parallelvalidation.ui.model.StrategyRow;
import io.github.parallelvalidation.ui.text.Texts;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.collections.ObservableSet;
import javafx.collections.SetChangeListener;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;

/// A table of strategies: sortable, filterable, copied as tab-separated text with full precision.
final class StrategyTable extends TableView<StrategyItem> {
    static final KeyCombination COPY = KeyCombination.valueOf("Shortcut+C");

    private static final Comparator<StrategyRow> RUNNING_FIRST =
            Comparator.comparing(row -> row.status().role() != Role.ACCENT);

    private static final String GROUPED = "grouped";
    private static final String STAR_KEY = "*";
    private static final double ID_CHARACTER = 8;
    private static final double READABLE_NAME = 140;
    private static final double STATUS_CHARACTER = 7;
    /// Of the glyphs before its words, and around them.
    private static final double STATUS_GLYPHS = 60;
    /// In view above a row that is scrolled to.
    private static final int ROWS_ABOVE = 2;

    private final ShownItems shown = new ShownItems();
    private final StatusGroups groups = new StatusGroups(shown.items());
    private final KeptLook kept;
    private final Viewport viewport = new Viewport(this);
    private final ObservableSet<String> hidden;
    private final ColumnOrder columnOrder;
    private final Optional<RemarkDesk> remarks;
    private final boolean isOfQueue;
    private final Label none = Parts.paragraph("", "placeholder");
    private List<StrategyItem> all = List.of();
    private String placeholder;
    private String filter = "";
    private List<MetricColumn> metrics = List.of();
    private double widestStatus;
    private boolean hasPriorities;
    private boolean runningFirst;
    private boolean byStatus;
    private Tier tier = Tier.L0;

    /// @param placeholder stands where there are no strategies
    /// @param choices which columns are left out, and in which order the others stand
    /// @param remarks where stars are given
    /// @param isOfQueue whether the rows are those of the queue, in which each has a place
    StrategyTable(String placeholder, Choices choices, Optional<RemarkDesk> remarks, boolean isOfQueue) {
        this.isOfQueue = isOfQueue;
        this.hidden = choices.hiddenColumns();
        this.remarks = remarks;
        columnOrder = new ColumnOrder(this, choices.columnOrder());
        kept = new KeptLook(this, choices.tableLook());
        setItems(shown.items());
        setSortPolicy(_ -> {
            shown.order(order());
            groups.changed();
            kept.keepOrder();
            return true;
        });
        setPlaceholder(none);
        none.setText(placeholder);
        this.placeholder = placeholder;
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        getStyleClass().addAll("strategy-table", Tweaks.EDGE_TO_EDGE);
        setOnKeyPressed(event -> {
            if (COPY.match(event)) {
                copy();
                event.consume();
            }
        });
        setOnKeyTyped(event -> {
            if (event.getCharacter().equals(STAR_KEY)) {
                remarks.ifPresent(desk ->
                        desk.turnStars(selected().stream().map(StrategyItem::id).toList()));
            }
        });
        kept.exchange(() -> columns(Tier.L0));
        hidden.addListener((SetChangeListener<String>) _ -> showColumns());
        widthProperty().subscribe(this::showColumns);
    }

    void show(RowChanges rows) {
        if (rows.tier() != tier) {
            kept.exchange(() -> columns(rows.tier()));
        }
        Set<StrategyItem> changed = new HashSet<>(rows.changed());
        if (rows.items().equals(all)) {
            keeping(changed, () -> shown.changed(changed));
            fitStatus(Math.max(widestStatus, widestStatus(changed)));
        } else {
            all = rows.items();
            hasPriorities = all.stream().anyMatch(item -> item.now().priority().isPresent());
            sayNone();
            keeping(changed, () -> shown.all(all));
            fitIds();
            widestStatus = widestStatus(all);
            showColumns();
        }
        groups.changed();
    }

    void filter(String text) {
        filter = text;
        sayNone();
        keeping(Set.of(), () -> shown.filter(RowFilter.of(text)::matches));
        groups.changed();
    }

    /// @param sentence stands where there are no strategies
    void placeholder(String sentence) {
        placeholder = sentence;
        sayNone();
    }

    private void sayNone() {
        boolean isAll = all.isEmpty() || RowFilter.of(filter).isAll();
        none.setText(isAll ? placeholder : Texts.of("table.nothing", filter.strip()));
    }

    void copy() {
        Parts.copy(Tsv.of(selected().stream().map(StrategyItem::now).toList(), metrics));
    }

    /// Selects a row and scrolls to it.
    ///
    /// @param beside the others that are selected, or alone
    void choose(StrategyItem item, boolean beside) {
        int row = getItems().indexOf(item);
        if (row < 0) {
            return;
        }
        if (beside) {
            getSelectionModel().select(row);
        } else {
            getSelectionModel().clearAndSelect(row);
        }
        scrollTo(Math.max(0, row - ROWS_ABOVE));
    }

    List<StrategyItem> selected() {
        return getSelectionModel().getSelectedItems().stream()
                .filter(Objects::nonNull)
                .toList();
    }

    /// What is selected and what is in view stay so, as far as they are still there.
    private void keeping(Collection<StrategyItem> changed, Runnable change) {
        List<StrategyItem> selected = selected();
        viewport.keepDuring(changed, change);
        if (!selected.isEmpty() && !selected.equals(selected())) {
            select(new HashSet<>(selected));
        }
    }

    private void select(Set<StrategyItem> wanted) {
        int[] indices = IntStream.range(0, getItems().size())
                .filter(index -> wanted.contains(getItems().get(index)))
                .toArray();
        getSelectionModel().clearSelection();
        if (indices.length > 0) {
            getSelectionModel().selectIndices(indices[0], indices);
        }
    }

    /// @param runningFirst whether what a run is at stands on top
    /// @param byStatus whether what has the same status stands together
    void arrange(boolean runningFirst, boolean byStatus) {
        this.runningFirst = runningFirst;
        this.byStatus = byStatus;
        keeping(Set.of(), () -> shown.order(order()));
        getStyleClass().remove(GROUPED);
        if (byStatus) {
            getStyleClass().add(GROUPED);
        }
        groups.turn(byStatus);
    }

    /// What stands together by its status.
    StatusGroups groups() {
        return groups;
    }

    /// Whether the rows stand as a run takes them, as far as they are shown.
    boolean isInQueueOrder() {
        boolean isByPriority = getSortOrder().size() == 1
                && ColumnTitle.PRIORITY.id().equals(getSortOrder().getFirst().getId())
                && getSortOrder().getFirst().getSortType() == TableColumn.SortType.ASCENDING;
        return !runningFirst && !byStatus && (getSortOrder().isEmpty() || isByPriority);
    }

    /// The strategies as they are in the queue, whatever of them is shown.
    List<StrategyItem> all() {
        return all;
    }

    private @Nullable Comparator<StrategyRow> order() {
        Stream<Comparator<StrategyRow>> before = Stream.concat(
                runningFirst ? Stream.of(RUNNING_FIRST) : Stream.empty(),
                byStatus ? Stream.of(Comparator.comparing(StrategyRow::status)) : Stream.empty());
        Stream<Comparator<StrategyRow>> sorted = getSortOrder().stream()
                .filter(StrategyColumn.class::isInstance)
                .map(column -> ((StrategyColumn) column).order());
        return Stream.concat(before, sorted).reduce(Comparator::thenComparing).orElse(null);
    }

    private void columns(Tier newTier) {
        tier = newTier;
        metrics = MetricColumn.of(newTier);
        columnOrder.put(TableColumns.of(newTier, remarks, isOfQueue));
        fitIds();
        showColumns();
    }

    /// Where there is no room for all, a name that can be read is worth more than the numbers furthest right, and much
    /// more than the words of a reason: the view of a strategy says them all.
    private void showColumns() {
        List<String> optional = optional();
        double used = getColumns().stream()
                .filter(column -> !optional.contains(column.getId()) && !hidden.contains(column.getId()))
                .mapToDouble(StrategyTable::least)
                .sum();
        // Before the table is laid out nothing is known.
        double room = getWidth() <= 0 ? Double.MAX_VALUE : getWidth();
        Set<String> shownIds = new HashSet<>();
        for (String id : optional) {
            double wide = least(id);
            double shorterName = id.equals(ColumnTitle.REASON.id()) ? 0 : TableColumns.NAME_WIDTH - READABLE_NAME;
            if (!hidden.contains(id) && room > used + wide - shorterName) {
                shownIds.add(id);
                used += wide;
            }
        }
        for (TableColumn<StrategyItem, ?> column : getColumns()) {
            String id = column.getId();
            column.setVisible(!hidden.contains(id) && (!optional.contains(id) || shownIds.contains(id)));
        }
        widenStatus(room - used + TableColumns.NAME_WIDTH - READABLE_NAME);
        fitColumns();
    }

    /// A column that is given a width takes it from none of the others by itself.
    private void fitColumns() {
        getColumnResizePolicy().call(new ResizeFeatures<>(this, null, 0.0));
    }

    private void fitStatus(double widest) {
        if (widest != widestStatus) {
            widestStatus = widest;
            showColumns();
        }
    }

    private static double widestStatus(Collection<StrategyItem> items) {
        int longest = items.stream()
                .mapToInt(item -> item.now().status().word().length())
                .max()
                .orElse(0);
        return STATUS_GLYPHS + Math.ceil(longest * STATUS_CHARACTER);
    }

    /// No status is cut while the name has room to spare; for the sake of one no other column goes.
    private void widenStatus(double spare) {
        double width = Math.max(
                TableColumns.STATUS_WIDTH, Math.min(widestStatus, TableColumns.STATUS_WIDTH + Math.floor(spare)));
        fit(ColumnTitle.STATUS.id(), width);
    }

    /// @return whether the column had another width before
    private boolean fit(String id, double width) {
        TableColumn<StrategyItem, ?> column = getColumns().stream()
                .filter(each -> id.equals(each.getId()))
                .findFirst()
                .orElseThrow();
        if (column.getPrefWidth() == width) {
            return false;
        }
        column.setMaxWidth(width + Parts.GRID);
        column.setPrefWidth(width);
        column.setMinWidth(width);
        return true;
    }

    private double least(String id) {
        return getColumns().stream()
                .filter(column -> id.equals(column.getId()))
                .mapToDouble(StrategyTable::least)
                .findFirst()
                .orElse(0);
    }

    /// However wide words were drawn, they give way.
    private static double least(TableColumn<?, ?> column) {
        if (column.getId().equals(ColumnTitle.NAME.id())) {
            return TableColumns.NAME_WIDTH;
        }
        if (column.getId().equals(ColumnTitle.STATUS.id())) {
            return TableColumns.STATUS_WIDTH;
        }
        return column.getId().equals(ColumnTitle.REASON.id()) ? TableColumns.REASON_WIDTH : column.getPrefWidth();
    }

    /// The columns that are shown where there is room, the most wanted first. Priorities that nobody has written say
    /// little.
    private List<String> optional() {
        String priority = ColumnTitle.PRIORITY.id();
        String time = ColumnTitle.TIME.id();
        List<String> last = hasPriorities
                ? List.of(priority, time, tier.noise95(), ColumnTitle.REASON.id())
                : List.of(time, tier.noise95(), priority, ColumnTitle.REASON.id());
        Stream<String> numbers = metrics.stream()
                .map(MetricColumn::metric)
                .filter(metric -> !metric.equals(MetricNames.LUCK) && !metric.equals(tier.noise95()));
        return Stream.concat(numbers, last.stream()).toList();
    }

    /// No id is cut, however many digits it needs.
    private void fitIds() {
        int longest =
                all.stream().mapToInt(item -> item.id().value().length()).max().orElse(0);
        double width = Math.max(TableColumns.ID_WIDTH, Math.ceil(longest * ID_CHARACTER) + 2 * Parts.GRID);
        if (fit(TableColumns.ID.id(), width)) {
            showColumns();
        }
    }
}
