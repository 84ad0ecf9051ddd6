package io.github.parallelvalidation.run;

import java.time.Clock;
import java.time.Instant;
import java.util.function.DoubleSupplier;

/// The clock of a run: calendar time for what is written down, monotonic time for durations.
///
/// @param seconds since the plan was written
record RunClock(Clock calendar, DoubleSupplier seconds) {

    /// @param before how long the run was on before it was cut off
    static RunClock running(Clock calendar, double before) {
        long start = System.nanoTime();
        return new RunClock(calendar, () -> before + (System.nanoTime() - start) / 1e9);
    }

    Instant now() {
        return calendar.instant();
    }

    /// The part of the run that begins now.
    RunPart part() {
        return new RunPart(now(), secondsSoFar(), 0);
    }

    double secondsSoFar() {
        return seconds.getAsDouble();
    }
}
