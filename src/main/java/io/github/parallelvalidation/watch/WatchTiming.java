package io.github.parallelvalidation.watch;

import java.time.Duration;
import java.util.function.LongSupplier;

/// Intervals and time limits of watching.
///
/// @param poll how often files are looked at without a notice
/// @param quiet how long files must be unchanged before they are read
/// @param patience the longest wait for files to become quiet
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
