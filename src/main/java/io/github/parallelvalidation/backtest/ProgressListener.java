package io.github.parallelvalidation.backtest;

/// Receives the progress of a computation.
public interface ProgressListener {
    ProgressListener SILENT = (fraction, stage) -> {};

    /// @param fraction 0 to 1
    void at(double fraction, String stage);
}
