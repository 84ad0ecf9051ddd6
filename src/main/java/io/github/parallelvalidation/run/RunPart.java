package io.github.parallelvalidation.run;

import java.time.Duration;
import java.time.Instant;

/// The part of a run that is on now: all of it, or what follows after it was cut off and taken up again. What lies
/// between two parts was spent by nobody.
///
/// @param began when this part did
/// @param secondsBefore how long the run was on before that
/// @param takenOver how many results came to be before that
public record RunPart(Instant began, double secondsBefore, int takenOver) {
    private static final double MILLIS = 1000;

    /// A run that was never cut off.
    public static RunPart whole(Instant began) {
        return new RunPart(began, 0, 0);
    }

    RunPart takingOverOneMore() {
        return new RunPart(began, secondsBefore, takenOver + 1);
    }

    double seconds(Instant now) {
        return Math.max(0, Duration.between(began, now).toMillis() / MILLIS);
    }
}
