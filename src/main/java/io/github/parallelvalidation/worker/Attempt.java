package io.github.parallelvalidation.worker;

/// One finished attempt.
///
/// @param seconds measured from the start of the process to its outcome
/// @param peakMemoryMb largest resident memory of the process tree that was sampled, 0 where none was
public record Attempt(WorkerTask task, AttemptOutcome outcome, double seconds, long peakMemoryMb) {}
