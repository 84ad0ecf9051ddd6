package io.github.parallelvalidation.ui.overview;

import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.ui.model.RowChanges;
import io.github.parallelvalidation.ui.model.RowFilter;
import io.github.parallelvalidation.ui.model.StrategyItem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The strategies that have a score and know what noise reaches, as far as the filter shows them. Follows what changes
/// without a look at all the others.
final class ScatterPoints {
    private final Map<StrategyItem, ScatterPoint> points = new LinkedHashMap<>();
    private List<StrategyItem> items = List.of();
    private List<ScatterPoint> ranked = List.of();
    private Tier tier = Tier.L0;
    private RowFilter filter = RowFilter.ALL;
    private int above;

    /// @return the points that came, where that is all that changed; empty where all are to be painted again
    Optional<List<ScatterPoint>> follow(RowChanges rows) {
        boolean isAll = !rows.items().equals(items)
                || rows.tier() != tier
                || rows.changed().size() == rows.items().size();
        items = rows.items();
        tier = rows.tier();
        if (isAll) {
            readAll();
            return Optional.empty();
        }
        List<ScatterPoint> came = new ArrayList<>();
        boolean isMore = true;
        for (StrategyItem item : rows.changed()) {
            ScatterPoint before = take(item);
            Optional<ScatterPoint> now = put(item);
            isMore &= before == null || now.filter(before::equals).isPresent();
            if (before == null) {
                now.ifPresent(came::add);
            }
        }
        return isMore ? Optional.of(came) : Optional.empty();
    }

    void filter(RowFilter wanted) {
        filter = wanted;
        readAll();
    }

    private void readAll() {
        points.clear();
        ranked = List.of();
        above = 0;
        items.forEach(this::put);
    }

    private @Nullable ScatterPoint take(StrategyItem item) {
        ScatterPoint before = points.remove(item);
        if (before != null) {
            ranked = List.of();
            above -= before.above() > 0 ? 1 : 0;
        }
        return before;
    }

    private Optional<ScatterPoint> put(StrategyItem item) {
        Optional<ScatterPoint> now = ScatterPoint.of(item, tier).filter(_ -> filter.matches(item.now()));
        now.ifPresent(point -> {
            points.put(item, point);
            ranked = List.of();
            above += point.above() > 0 ? 1 : 0;
        });
        return now;
    }

    boolean isFiltered() {
        return !filter.isAll();
    }

    Tier tier() {
        return tier;
    }

    Collection<ScatterPoint> all() {
        return points.values();
    }

    Optional<ScatterPoint> find(StrategyItem item) {
        return Optional.ofNullable(points.get(item));
    }

    /// How many score more than noise reaches.
    int above() {
        return above;
    }

    /// The farthest above what noise reaches first.
    List<ScatterPoint> ranked() {
        if (ranked.size() != points.size()) {
            ranked = points.values().stream()
                    .sorted(Comparator.comparingDouble(ScatterPoint::above).reversed())
                    .toList();
        }
        return ranked;
    }
}
