package io.github.parallelvalidation.supervise;

import java.util.List;

/// One finished attempt.
///
/// @param seconds measured from the start of the process to its outcome
public record Attempt(AttemptId id, AttemptOutcome outcome, double seconds, Evidence evidence) {

    /// An attempt of whose process only the memory is known.
    public Attempt(AttemptId id, AttemptOutcome outcome, double seconds, long peakMemoryMb) {
        this(id, outcome, seconds, new Evidence(null, peakMemoryMb, 0, List.of(), ""));
    }

    /// Largest resident memory of the process tree that was sampled, 0 where none was.
    public long peakMemoryMb() {
        return evidence.peakMemoryMb();
    }

    /// Whether the worker gave metrics or an error to judge.
    public boolean gaveResult() {
        return outcome instanceof AttemptOutcome.Completed || outcome instanceof AttemptOutcome.Reported;
    }
}
