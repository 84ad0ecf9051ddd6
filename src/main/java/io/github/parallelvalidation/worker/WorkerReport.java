package io.github.parallelvalidation.worker;

import io.github.parallelvalidation.gate.Metrics;

/// What a worker wrote about its strategy: metrics, or an error that it found itself.
public sealed interface WorkerReport {

    /// The strategy was measured.
    record Measured(Metrics metrics) implements WorkerReport {}

    /// The worker could not measure and says why.
    ///
    /// @param category `DATA_UNAVAILABLE`, `STRATEGY_INVALID` …
    record Failed(String category, String message) implements WorkerReport {}
}
