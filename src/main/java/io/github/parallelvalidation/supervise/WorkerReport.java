package io.github.parallelvalidation.supervise;

import io.github.parallelvalidation.gate.Metrics;
import org.jspecify.annotations.Nullable;

/// A worker's report on its strategy: metrics, or an error that it found itself.
public sealed interface WorkerReport {

    /// The outcome of the attempt.
    default AttemptOutcome outcome() {
        return switch (this) {
            case Measured measured -> new AttemptOutcome.Completed(measured.metrics(), measured.parametersHash());
            case Failed failed -> new AttemptOutcome.Reported(failed.category(), failed.message());
        };
    }

    /// The strategy was measured.
    ///
    /// @param parametersHash identifies the variant of the strategy; null where a foreign worker does not say
    record Measured(Metrics metrics, @Nullable String parametersHash) implements WorkerReport {}

    /// The worker could not measure and says why.
    ///
    /// @param category `DATA_UNAVAILABLE`, `STRATEGY_INVALID` …
    record Failed(String category, String message) implements WorkerReport {}
}
