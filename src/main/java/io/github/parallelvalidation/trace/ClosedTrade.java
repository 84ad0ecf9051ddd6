package io.github.parallelvalidation.trace;

import java.time.Instant;
import java.util.OptionalInt;

/// One closed trade.
///
/// @param entry when the bar opened at whose open it was opened
/// @param exit when the bar opened at whose open it was closed; at whose close where the window or the equity
///     ended
/// @param direction +1 long, -1 short
/// @param netReturn share of the equity won or lost, the costs of both sides included
/// @param barsHeld bars at whose close it was open; empty where a worker does not say
/// @param exitReason one of [ExitReason], or what another worker says; empty where it says nothing
public record ClosedTrade(
        Instant entry,
        Instant exit,
        int direction,
        double entryPrice,
        double exitPrice,
        double netReturn,
        OptionalInt barsHeld,
        String exitReason) {
    public ClosedTrade {
        Directions.require(direction);
    }

    public boolean isLong() {
        return direction > 0;
    }
}
