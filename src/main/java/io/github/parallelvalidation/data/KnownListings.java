package io.github.parallelvalidation.data;

import io.github.parallelvalidation.workspace.RecentlyUsed;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// What stands in the folders of bars that this process has looked through. It holds while the system has seen no
/// change of any of them, as [KnownContents] has it for files: whatever comes, goes or gets another name changes its
/// folder. Where there are links or other things than files, they are looked through each time.
final class KnownListings {
    static final KnownListings OF_PROCESS = new KnownListings(InstantSource.system());

    /// What is not a disk of this machine may keep no times of its folders.
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private static final int MOST = 4;

    private final InstantSource clock;
    private final Map<Path, Known> seen = new RecentlyUsed<>(MOST);

    private record Known(BarListing listing, Instant at) {}

    KnownListings(InstantSource clock) {
        this.clock = clock;
    }

    /// @param mayFollow whether a link is followed
    BarListing look(Path folder, Predicate<Path> mayFollow) throws IOException {
        Instant now = clock.instant();
        Known known = known(folder);
        if (known != null && isRecent(known.at(), now) && known.listing().isUnchanged()) {
            return known.listing();
        }
        BarListing found = BarListing.look(folder, mayFollow);
        remember(folder, found.isSettled(now) ? new Known(found, now) : null);
        return found;
    }

    private static boolean isRecent(Instant at, Instant now) {
        return !now.isBefore(at) && now.isBefore(at.plus(LONGEST));
    }

    private synchronized @Nullable Known known(Path folder) {
        return seen.get(folder);
    }

    private synchronized void remember(Path folder, @Nullable Known found) {
        if (found == null) {
            seen.remove(folder);
        } else {
            seen.put(folder, found);
        }
    }
}
