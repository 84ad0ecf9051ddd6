package io.github.parallelvalidation.result;

import java.util.List;

/// Measured times of a run, in seconds.
///
/// @param wallClockSeconds from the plan written to the queue updated
/// @param sequentialEquivalentSeconds sum of the times of the attempts that gave results
public record RunTiming(double wallClockSeconds, double sequentialEquivalentSeconds) {
    public static final RunTiming NONE = new RunTiming(0, 0);

    public static RunTiming of(double wallClockSeconds, List<StrategyResult> results) {
        return new RunTiming(wallClockSeconds, sequentialSeconds(results));
    }

    /// The duration of the attempts that gave results if run one after another.
    public static double sequentialSeconds(List<StrategyResult> results) {
        return results.stream()
                .filter(StrategyResult::hasResult)
                .mapToDouble(result -> result.effort().seconds())
                .sum();
    }

    public double savedSeconds() {
        return sequentialEquivalentSeconds - wallClockSeconds;
    }
}
