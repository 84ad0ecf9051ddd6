package io.github.parallelvalidation.ui.queue;

import atlantafx.base.theme.Tweaks;
import io.github.parallelvalidation.display.MetricColumn;
import io.github.parallelvalidation.gate.MetricNames;
import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.ui.control.Parts;
import io.github.parallelvalidation.ui.model.RowChanges;
import io.github.parallelvalidation.ui.model.StrategyItem;
import io.github.parallelvalidation.ui.model.StrategyRow;
import io.github.parallelvalidation.ui.model.TableLook;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
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

    private static final ColumnTitle ID = new ColumnTitle("id", "id", "");
    private static final double ID_WIDTH = 80;
    private static final double ID_CHARACTER = 8;
    private static final double NAME_WIDTH = 170;
    private static final double READABLE_NAME = 140;
    private static final double STATUS_WIDTH = 128;
    private static final double NUMBER_WIDTH = 70;
    private static final double LONG_TITLE_WIDTH = 104;
    private static final int LONG_TITLE = 10;
    private static final double REASON_WIDTH = 130;

    private final ShownItems shown = new ShownItems();
    private final KeptLook kept;
    private final Viewport viewport = new Viewport(this);
    private final ObservableSet<String> hidden;
    private final String placeholder;
    private final Label none = Parts.paragraph("", "placeholder");
    private List<StrategyItem> all = List.of();
    private List<MetricColumn> metrics = List.of();
    private Tier tier = Tier.L0;

    /// @param placeholder stands where there are no strategies
    /// @param hidden the ids of the columns that are left out
    /// @param look how wide columns are, and by which is sorted
    StrategyTable(String placeholder, ObservableSet<String> hidden, ObjectProperty<TableLook> look) {
        this.hidden = hidden;
        kept = new KeptLook(this, look);
        setItems(shown.items());
        setSortPolicy(_ -> {
            shown.order(order());
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
        } else {
            all = rows.items();
            keeping(changed, () -> shown.all(all));
            fitIds();
        }
    }

    void filter(String text) {
        none.setText(text.isBlank() ? placeholder : "No strategy here has “%s” in it.".formatted(text.strip()));
        keeping(Set.of(), () -> shown.filter(row -> row.matches(text)));
    }

    void copy() {
        Parts.copy(Tsv.of(selected().stream().map(StrategyItem::now).toList(), metrics));
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

    private @Nullable Comparator<StrategyRow> order() {
        return getSortOrder().stream()
                .filter(StrategyColumn.class::isInstance)
                .map(column -> ((StrategyColumn) column).order())
                .reduce(Comparator::thenComparing)
                .orElse(null);
    }

    private void columns(Tier newTier) {
        tier = newTier;
        metrics = MetricColumn.of(newTier);
        List<StrategyColumn> columns = new ArrayList<>();
        columns.add(StrategyColumn.ofText(
                        ID, ID_WIDTH, row -> row.id().value(), row -> row.id().value())
                .fixed());
        columns.add(StrategyColumn.ofText(ColumnTitle.NAME, NAME_WIDTH, StrategyRow::name, StrategyRow::name));
        columns.add(StrategyColumn.ofStatus(ColumnTitle.STATUS, STATUS_WIDTH).fixed());
        for (MetricColumn metric : metrics) {
            columns.add(StrategyColumn.ofFigures(
                            ColumnTitle.of(metric),
                            width(metric),
                            row -> row.number(metric.metric()),
                            row -> row.figure(metric.metric()))
                    .fixed());
        }
        columns.add(StrategyColumn.ofFigures(
                        ColumnTitle.TIME, NUMBER_WIDTH, StrategyRow::secondsForSorting, StrategyRow::seconds)
                .fixed());
        columns.add(
                StrategyColumn.ofText(ColumnTitle.REASON, REASON_WIDTH, StrategyRow::reason, StrategyRow::explanation));
        getColumns().setAll(columns);
        fitIds();
        showColumns();
    }

    private static double width(MetricColumn metric) {
        return metric.header().length() > LONG_TITLE ? LONG_TITLE_WIDTH : NUMBER_WIDTH;
    }

    /// Where there is no room for all, a name that can be read is worth more than the words of a reason, what noise
    /// reaches, the time, and the numbers furthest right: the view of a strategy says them all.
    private void showColumns() {
        Map<String, Double> wanted = new LinkedHashMap<>();
        getColumns().stream()
                .filter(column -> !hidden.contains(column.getId()))
                .forEach(column -> wanted.put(column.getId(), least(column)));
        for (String id : firstToGo()) {
            double needed =
                    wanted.values().stream().mapToDouble(Double::doubleValue).sum();
            double shorterName = id.equals(ColumnTitle.REASON.id()) ? 0 : NAME_WIDTH - READABLE_NAME;
            if (getWidth() <= 0 || getWidth() > needed - shorterName) {
                break;
            }
            wanted.remove(id);
        }
        getColumns().forEach(column -> column.setVisible(wanted.containsKey(column.getId())));
    }

    private List<String> firstToGo() {
        Stream<String> numbers = metrics.reversed().stream()
                .map(MetricColumn::metric)
                .filter(metric -> !metric.equals(MetricNames.LUCK) && !metric.equals(tier.noise95()));
        return Stream.concat(Stream.of(ColumnTitle.REASON.id(), tier.noise95(), ColumnTitle.TIME.id()), numbers)
                .toList();
    }

    /// However wide words were drawn, they give way.
    private static double least(TableColumn<?, ?> column) {
        if (column.getId().equals(ColumnTitle.NAME.id())) {
            return NAME_WIDTH;
        }
        return column.getId().equals(ColumnTitle.REASON.id()) ? REASON_WIDTH : column.getPrefWidth();
    }

    /// No id is cut, however many digits it needs.
    private void fitIds() {
        int longest =
                all.stream().mapToInt(item -> item.id().value().length()).max().orElse(0);
        double width = Math.max(ID_WIDTH, Math.ceil(longest * ID_CHARACTER) + 2 * Parts.GRID);
        TableColumn<StrategyItem, ?> ids = getColumns().getFirst();
        if (ids.getPrefWidth() != width) {
            ids.setMaxWidth(width + Parts.GRID);
            ids.setPrefWidth(width);
            ids.setMinWidth(width);
            showColumns();
        }
    }
}
