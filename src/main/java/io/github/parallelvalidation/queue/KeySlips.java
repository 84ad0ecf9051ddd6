package io.github.parallelvalidation.queue;

import io.github.parallelvalidation.workspace.Names;
import io.github.parallelvalidation.workspace.StrategyId;
import io.github.parallelvalidation.workspace.YamlMapping;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Keys of entries that are hardly what their author meant. Others keep what they like in an entry, so a key is only
/// suspected where an entry lacks the one that it resembles.
final class KeySlips {
    private static final List<String> KEYS = List.of("name", EditCheck.STATUS, "priority");

    /// Who writes more keys than that makes no slips of the pen.
    private static final int MOST = 100;

    private final Map<String, Optional<String>> meant = new HashMap<>();
    private final Map<String, Slip> slips = new LinkedHashMap<>();

    /// @param first the first entry that says it
    /// @param entries how many say it
    record Slip(String key, String meant, StrategyId first, int entries) {
        /// Whether an entry, as it is now, has this key in place of the other one.
        boolean isIn(YamlMapping entry) {
            return entry.own(key).isPresent() && entry.find(meant).isEmpty();
        }
    }

    void look(StrategyId id, YamlMapping entry) {
        for (YamlMapping.Pair pair : entry.pairs()) {
            String key = pair.key().value();
            meant(key)
                    .map(known -> new Slip(key, known, id, 1))
                    .filter(slip -> slip.isIn(entry))
                    .ifPresent(
                            slip -> slips.merge(key, slip, (a, b) -> new Slip(key, a.meant, a.first, a.entries + 1)));
        }
    }

    private Optional<String> meant(String key) {
        Optional<String> known = meant.get(key);
        if (known != null) {
            return known;
        }
        Optional<String> nearest =
                KEYS.contains(key) || meant.size() >= MOST ? Optional.empty() : Names.nearest(key, KEYS);
        if (meant.size() < MOST) {
            meant.put(key, nearest);
        }
        return nearest;
    }

    List<Slip> found() {
        return List.copyOf(slips.values());
    }
}
