package io.github.parallelvalidation.supervise;

import io.github.parallelvalidation.gate.MetricNames;
import io.github.parallelvalidation.gate.Metrics;
import io.github.parallelvalidation.luck.StoredWorlds;
import io.github.parallelvalidation.luck.Worlds;
import org.jspecify.annotations.Nullable;

/// A worker's report on its strategy: metrics, or an error that it found itself.
public sealed interface WorkerReport {

    /// The outcome of the attempt.
    default AttemptOutcome outcome() {
        return switch (this) {
            case Measured measured ->
                new AttemptOutcome.Completed(measured.metrics(), measured.inputs(), measured.worlds());
            case Failed failed -> new AttemptOutcome.Reported(failed.category(), failed.message());
        };
    }

    /// The strategy was measured.
    ///
    /// @param worlds what it does on rebuilt markets; null where the worker wrote no such file
    record Measured(
            Metrics metrics, Inputs inputs, @Nullable Worlds worlds) implements WorkerReport {

        /// With worlds, and the checksum by which they are found again.
        Measured with(StoredWorlds.Read stored) {
            return new Measured(metrics.with(MetricNames.PLACEBO_SHA256, stored.sha256()), inputs, stored.worlds());
        }
    }

    /// The worker could not measure and says why.
    ///
    /// @param category `DATA_UNAVAILABLE`, `STRATEGY_INVALID` …
    record Failed(String category, String message) implements WorkerReport {}
}
