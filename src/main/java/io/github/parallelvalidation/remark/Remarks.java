package io.github.parallelvalidation.remark;

import io.github.parallelvalidation.workspace.StrategyId;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/// The stars and notes of a workspace.
///
/// @param byId of strategies that have some
public record Remarks(Map<StrategyId, Remark> byId) {
    public static final Remarks NONE = new Remarks(Map.of());

    public Remarks {
        byId = Map.copyOf(byId);
    }

    public Remark of(StrategyId id) {
        return byId.getOrDefault(id, Remark.NONE);
    }

    /// These, with another remark about one strategy.
    Remarks with(StrategyId id, Remark remark) {
        Map<StrategyId, Remark> others = sorted();
        if (remark.isNone()) {
            others.remove(id);
        } else {
            others.put(id, remark);
        }
        return new Remarks(others);
    }

    Map<StrategyId, Remark> sorted() {
        Map<StrategyId, Remark> sorted = new TreeMap<>(Comparator.comparing(StrategyId::value));
        sorted.putAll(byId);
        return sorted;
    }
}
