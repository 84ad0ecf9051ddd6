package io.github.parallelvalidation.merge;

/// Measured times of a run, in seconds.
///
/// @param wallClockSeconds from the plan written to the queue updated
/// @param sequentialEquivalentSeconds sum of the times of the attempts that gave results
public record RunTiming(double wallClockSeconds, double sequentialEquivalentSeconds) {
    public double savedSeconds() {
        return sequentialEquivalentSeconds - wallClockSeconds;
    }
}
