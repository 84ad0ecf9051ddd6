package io.github.parallelvalidation.watch;

import java.time.Duration;
import java.util.function.LongSupplier;

/// How long to wait for what.
///
/// @param poll how often to look without a notice
/// @param quiet how long nothing must change before what changed is looked at
/// @param patience how long a writer that never pauses is waited for
/// @param nanos the monotonic clock
public record WatchTiming(Duration poll, Duration quiet, Duration patience, LongSupplier nanos) {
    public static final WatchTiming USUAL =
            new WatchTiming(Duration.ofSeconds(2), Duration.ofMillis(500), Duration.ofSeconds(10), System::nanoTime);

    /// Lets a writer finish: one that writes many small changes is one change.
    public void settle(ChangeNotices changes) {
        long end = nanos.getAsLong() + patience.toNanos();
        boolean changing = true;
        while (changing && nanos.getAsLong() < end) {
            changing = changes.await(quiet);
        }
    }
}
