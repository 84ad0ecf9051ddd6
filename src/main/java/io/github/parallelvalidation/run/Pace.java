package io.github.parallelvalidation.run;

/// How fast a run is, and how long it will take if it goes on so.
///
/// @param perSecond strategies that came to a result
/// @param secondsLeft for those that have not
public record Pace(double perSecond, double secondsLeft) {}
