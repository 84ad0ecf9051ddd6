package io.github.parallelvalidation.backtest;

import io.github.parallelvalidation.data.Bars;
import io.github.parallelvalidation.trace.SignalEvent;
import io.github.parallelvalidation.trace.Trace;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// The signal events that L0 counts, each with what followed it.
final class ScreenTrace {
    private ScreenTrace() {}

    /// @param start index of the window's first bar
    /// @param score by bar
    static Trace.Screened of(Bars bars, int start, SignalEvents events, double[] score, int horizon) {
        List<SignalEvent> found = new ArrayList<>(events.count());
        double[] open = bars.open();
        for (int t = start; t < bars.length(); t++) {
            int direction = events.direction(t);
            if (direction != 0) {
                // In one difference: a horizon may be as large as an int can be.
                boolean isFollowed = horizon < bars.length() - 1 - t;
                double forward = isFollowed ? open[t + 1 + horizon] / open[t + 1] - 1 : Double.NaN;
                boolean counts = Double.isFinite(score[t]) && isFollowed && forward != 0;
                found.add(new SignalEvent(
                        Instant.ofEpochMilli(bars.time()[t]),
                        direction,
                        finite(score[t]),
                        OptionalDouble.of(bars.close()[t]),
                        finite(forward),
                        counts ? Optional.of(direction * forward > 0) : Optional.empty()));
            }
        }
        return new Trace.Screened(found);
    }

    private static OptionalDouble finite(double value) {
        return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    }
}
