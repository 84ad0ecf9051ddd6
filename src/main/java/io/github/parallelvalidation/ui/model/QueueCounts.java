package io.github.parallelvalidation.ui.model;

import io.github.parallelvalidation.ui.control.StatusLook;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.function.Function;

/// How many rows of a table have each status, and did not pass for each reason, and how many have a star. Counts what
/// changes, not the whole queue again.
public final class QueueCounts {
    private final Map<StrategyItem, StrategyRow> counted = new HashMap<>();
    private final Map<StatusLook, Integer> statuses = new TreeMap<>();
    private SequencedMap<String, Integer> reasons = new LinkedHashMap<>();
    private List<StrategyItem> items = List.of();
    private int starred;

    /// In the order of their words. One that no row has any more stays until all are counted again.
    public Map<StatusLook, Integer> statuses() {
        return statuses;
    }

    /// The most frequent first, as they were when all were counted.
    public Map<String, Integer> reasons() {
        return reasons;
    }

    public int starred() {
        return starred;
    }

    public void follow(RowChanges rows) {
        boolean isAll = !rows.items().equals(items) || rows.changed().size() == items.size();
        items = rows.items();
        if (isAll) {
            counted.clear();
            statuses.clear();
            reasons.clear();
            starred = 0;
        }
        for (StrategyItem item : isAll ? items : rows.changed()) {
            StrategyRow before = counted.put(item, item.now());
            if (before != null) {
                add(before, -1);
            }
            add(item.now(), 1);
        }
        if (isAll) {
            reasons = mostFirst(reasons);
        }
    }

    private void add(StrategyRow row, int more) {
        statuses.merge(row.status(), more, Integer::sum);
        starred += row.remark().isStarred() ? more : 0;
        String reason = row.failureReason();
        if (!reason.isEmpty()) {
            reasons.merge(reason, more, Integer::sum);
        }
    }

    private static SequencedMap<String, Integer> mostFirst(Map<String, Integer> counts) {
        SequencedMap<String, Integer> sorted = new LinkedHashMap<>();
        counts.keySet().stream()
                .sorted(Comparator.<String>comparingInt(counts::get).reversed().thenComparing(Function.identity()))
                .forEach(reason -> sorted.put(reason, counts.getOrDefault(reason, 0)));
        return sorted;
    }
}
