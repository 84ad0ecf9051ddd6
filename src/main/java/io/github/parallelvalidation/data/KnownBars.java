package io.github.parallelvalidation.data;

import io.github.parallelvalidation.workspace.RecentlyUsed;
import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The bars that somebody in this process still works with. Whoever asks for the same part of the same contents gets
/// the same bars; those that nobody holds any more are forgotten.
final class KnownBars {
    static final KnownBars OF_PROCESS = new KnownBars();

    private static final int MOST = 1_000;

    private final Map<Key, WeakReference<Bars>> seen = new RecentlyUsed<>(MOST);

    private record Key(Fingerprint contents, BarLoader.Request request) {}

    /// @param contents of the files that are asked for
    synchronized Optional<Bars> find(Fingerprint contents, BarLoader.Request request) {
        @Nullable WeakReference<Bars> known = seen.get(new Key(contents, request));
        return Optional.ofNullable(known == null ? null : known.get());
    }

    synchronized void remember(Fingerprint contents, BarLoader.Request request, Bars bars) {
        seen.put(new Key(contents, request), new WeakReference<>(bars));
    }
}
