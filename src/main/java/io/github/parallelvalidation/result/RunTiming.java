package io.github.parallelvalidation.result;

import java.util.List;

/// Measured times of a run, in seconds.
///
/// @param wallClockSeconds from the plan written to the queue updated
/// @param sequentialEquivalentSeconds what its attempts, lost ones too, would have taken one after another on this
///     machine
public record RunTiming(double wallClockSeconds, double sequentialEquivalentSeconds) {
    public static final RunTiming NONE = new RunTiming(0, 0);

    /// @param results with the cards of all attempts
    /// @param workers at once
    public static RunTiming of(double wallClockSeconds, List<StrategyResult> results, int workers) {
        return new RunTiming(wallClockSeconds, RunTally.of(results).sequentialSeconds(workers));
    }

    public double savedSeconds() {
        return sequentialEquivalentSeconds - wallClockSeconds;
    }
}
