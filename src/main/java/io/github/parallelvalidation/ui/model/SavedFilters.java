package io.github.parallelvalidation.ui.model;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Filters that a person has saved under names.
public final class SavedFilters {
    private static final int MOST = 50;

    private final Map<String, String> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    public List<String> names() {
        return List.copyOf(byName.keySet());
    }

    public Map<String, String> byName() {
        return Map.copyOf(byName);
    }

    /// Its text; empty, which shows all, where there is none of that name.
    public String find(String name) {
        return byName.getOrDefault(name, "");
    }

    public void save(String name, String text) {
        byName.remove(name);
        if (byName.size() < MOST) {
            byName.put(name, text);
        }
    }

    public void remove(String name) {
        byName.remove(name);
    }
}
