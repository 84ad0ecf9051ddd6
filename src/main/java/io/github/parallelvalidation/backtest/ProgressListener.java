package io.github.parallelvalidation.backtest;

/// Hears how far a computation is.
public interface ProgressListener {
    ProgressListener SILENT = (fraction, stage) -> {};

    /// @param fraction 0 to 1
    void at(double fraction, String stage);
}
