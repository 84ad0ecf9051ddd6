package io.github.parallelvalidation.workspace;

import java.util.LinkedHashMap;
import java.util.Map;

/// A map of the entries that were asked for last. Not safe for several threads by itself.
public final class RecentlyUsed<K, V> extends LinkedHashMap<K, V> {
    private static final long serialVersionUID = 1L;

    private final int most;

    /// @param most entries that are kept
    public RecentlyUsed(int most) {
        super(16, 0.75f, true);
        this.most = most;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return size() > most;
    }
}
