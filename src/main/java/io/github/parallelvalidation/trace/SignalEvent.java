package io.github.parallelvalidation.trace;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;

/// A bar on which a signal began to hold.
///
/// @param time when the bar opened
/// @param direction +1 long, -1 short
/// @param score of the bar; empty where it is not finite
/// @param close of the bar
/// @param forwardReturn from the next open to the open a horizon later; empty where there is no such bar
/// @param hit whether the price went the event's way; empty where the event does not count for the hit rate:
///     without a score or a forward return, or where the price did not move
public record SignalEvent(
        Instant time,
        int direction,
        OptionalDouble score,
        OptionalDouble close,
        OptionalDouble forwardReturn,
        Optional<Boolean> hit) {
    public SignalEvent {
        Directions.require(direction);
    }

    public boolean isLong() {
        return direction > 0;
    }
}
