package io.github.parallelvalidation.ui.queue;

import io.github.parallelvalidation.ui.model.StrategyItem;
import io.github.parallelvalidation.ui.model.StrategyRow;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The items that a table shows, filtered and in order. A row that changes moves its own item and no other: a list that
/// is filtered and sorted anew would cost the time of its reader, and lose the place.
final class ShownItems {
    private static final Comparator<StrategyRow> AS_IN_QUEUE = (_, _) -> 0;
    /// From here on putting all in order at once is cheaper.
    private static final int MANY = 200;

    private final ObservableList<StrategyItem> items = FXCollections.observableArrayList();
    /// The row by which each of them has its place.
    private final Map<StrategyItem, StrategyRow> placed = new HashMap<>();
    private List<StrategyItem> all = List.of();
    private Predicate<StrategyRow> filter = _ -> true;
    private Comparator<StrategyRow> order = AS_IN_QUEUE;

    ObservableList<StrategyItem> items() {
        return items;
    }

    void all(List<StrategyItem> now) {
        all = now;
        arrange();
    }

    void filter(Predicate<StrategyRow> wanted) {
        filter = wanted;
        arrange();
    }

    /// @param wanted equal rows stay as in the queue; null for the order of the queue
    void order(@Nullable Comparator<StrategyRow> wanted) {
        order = wanted == null ? AS_IN_QUEUE : wanted;
        arrange();
    }

    /// The rows of some items are other ones than before.
    void changed(Collection<StrategyItem> changed) {
        if (changed.size() > MANY) {
            arrange();
        } else {
            changed.forEach(this::place);
        }
    }

    private void place(StrategyItem item) {
        StrategyRow before = placed.get(item);
        boolean isWanted = filter.test(item.now());
        if (before == null) {
            if (isWanted) {
                add(item);
            }
            return;
        }
        int at = Collections.binarySearch(items, item, this::compare);
        if (!isWanted) {
            placed.remove(item);
            items.remove(at);
            return;
        }
        placed.put(item, item.now());
        boolean fitsBefore = at == 0 || compare(items.get(at - 1), item) < 0;
        boolean fitsAfter = at == items.size() - 1 || compare(item, items.get(at + 1)) < 0;
        if (!fitsBefore || !fitsAfter) {
            items.remove(at);
            add(item);
        }
    }

    private void add(StrategyItem item) {
        placed.put(item, item.now());
        items.add(-Collections.binarySearch(items, item, this::compare) - 1, item);
    }

    private void arrange() {
        placed.clear();
        all.stream().filter(item -> filter.test(item.now())).forEach(item -> placed.put(item, item.now()));
        List<StrategyItem> wanted =
                all.stream().filter(placed::containsKey).sorted(this::compare).toList();
        if (!wanted.equals(items)) {
            items.setAll(wanted);
        }
    }

    private int compare(StrategyItem a, StrategyItem b) {
        int byRow = order.compare(placed.get(a), placed.get(b));
        return byRow == 0 ? Integer.compare(a.position(), b.position()) : byRow;
    }
}
