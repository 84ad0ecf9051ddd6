package io.github.parallelvalidation.data;

import io.github.parallelvalidation.workspace.RecentlyUsed;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The fingerprints of the files that this process has read. They hold while the system has seen no change of the file
/// since, as `git` knows it: its dates can be set, the time of its last change cannot. Where the file was changed just
/// before, or the system keeps no such time, it is read each time. What other processes of the same user have read is
/// found in their [FingerprintStore].
final class KnownContents {
    static final KnownContents OF_PROCESS = new KnownContents(InstantSource.system());

    private static final int MOST = 1_000;

    private final InstantSource clock;
    private final Map<List<Path>, Known> seen = new RecentlyUsed<>(MOST);

    private record Known(List<FileState> states, Fingerprint fingerprint) {}

    KnownContents(InstantSource clock) {
        this.clock = clock;
    }

    /// @param states of the files, as they are now
    Fingerprint fingerprint(List<Path> files, List<FileState> states) throws IOException {
        return fingerprint(files, states, FingerprintStore.NONE);
    }

    /// @param store what other processes have read
    Fingerprint fingerprint(List<Path> files, List<FileState> states, FingerprintStore store) throws IOException {
        Instant now = clock.instant();
        Known known = known(files);
        if (known != null && known.states().equals(states)) {
            return known.fingerprint();
        }
        Optional<Fingerprint> stored = store.find(states);
        Fingerprint found = stored.isPresent() ? stored.get() : Fingerprint.digest(files);
        // A change while it was read shows the next time, since the last one before lies further back.
        if (states.stream().allMatch(state -> state.isSettled(now))) {
            remember(files, new Known(states, found));
            if (stored.isEmpty()) {
                store.add(states, found);
            }
        }
        return found;
    }

    private synchronized @Nullable Known known(List<Path> files) {
        return seen.get(files);
    }

    private synchronized void remember(List<Path> files, Known found) {
        seen.put(List.copyOf(files), found);
    }
}
