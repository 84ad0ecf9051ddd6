package io.github.parallelvalidation.supervise;

import io.github.parallelvalidation.gate.Metrics;
import io.github.parallelvalidation.luck.Worlds;
import org.jspecify.annotations.Nullable;

/// The outcome of one attempt. There is always exactly one; a supervisor never ends with a stray exception.
public sealed interface AttemptOutcome {

    /// The results are complete and valid.
    ///
    /// @param worlds what the strategy does on rebuilt markets; null where the worker wrote no such file
    record Completed(
            Metrics metrics, Inputs inputs, @Nullable Worlds worlds) implements AttemptOutcome {

        /// Without worlds, and without a word on what was measured with.
        public Completed(Metrics metrics) {
            this(metrics, Inputs.UNKNOWN, null);
        }

        /// Identifies the variant of the strategy; null where a foreign worker does not say.
        public @Nullable String parametersHash() {
            return inputs.parametersHash();
        }
    }

    /// The worker reported an error of the strategy or its data.
    record Reported(String category, String message) implements AttemptOutcome {}

    /// The process ended without valid results, or could not be started.
    ///
    /// @param malformed it left results that cannot be used
    record Crashed(String message, boolean malformed) implements AttemptOutcome {

        /// It left none.
        public Crashed(String message) {
            this(message, false);
        }
    }

    /// No results within the time limit; the process tree was ended.
    record TimedOut(double limitSeconds) implements AttemptOutcome {}

    /// More memory than allowed; the process tree was ended.
    record MemoryExceeded(long usedMb, long limitMb) implements AttemptOutcome {}

    /// The researcher stopped the run; the process tree was ended.
    record Cancelled() implements AttemptOutcome {}
}
