package io.github.parallelvalidation.ui.queue;

import io.github.parallelvalidation.ui.control.StatusLook;
import io.github.parallelvalidation.ui.model.StrategyItem;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.collections.ObservableList;

/// Where rows stand together by their status: which of them is the first, and how many there are.
final class StatusGroups {
    private final ObservableList<StrategyItem> items;
    private final ReadOnlyIntegerWrapper version = new ReadOnlyIntegerWrapper();
    private boolean isOn;
    /// Counted when they are next asked for.
    private Map<String, Integer> counts = Map.of();

    /// What stands above the first row of a status.
    record Heading(StatusLook status, int count) {}

    StatusGroups(ObservableList<StrategyItem> items) {
        this.items = items;
    }

    void turn(boolean on) {
        isOn = on;
        changed();
    }

    /// Rows have come, gone or changed.
    void changed() {
        counts = Map.of();
        version.set(version.get() + 1);
    }

    /// Another number whenever headings may be others.
    ReadOnlyIntegerProperty version() {
        return version.getReadOnlyProperty();
    }

    /// Empty where the row above has the same status.
    Optional<Heading> above(int index) {
        if (!isOn || index < 0 || index >= items.size()) {
            return Optional.empty();
        }
        StatusLook status = status(items.get(index));
        boolean isFirst = index == 0 || !status(items.get(index - 1)).word().equals(status.word());
        return isFirst ? Optional.of(new Heading(status, count(status))) : Optional.empty();
    }

    private int count(StatusLook status) {
        if (counts.isEmpty()) {
            Map<String, Integer> fresh = new HashMap<>();
            items.forEach(item -> fresh.merge(status(item).word(), 1, Integer::sum));
            counts = fresh;
        }
        return counts.getOrDefault(status.word(), 0);
    }

    private static StatusLook status(StrategyItem item) {
        return item.now().status();
    }
}
