package io.github.parallelvalidation.backtest;

/// Is told the daily returns of a backtest, which are too many to be metrics.
@FunctionalInterface
public interface DailyReturnsListener {
    /// @param factor of all tunable parameters; 1 for the strategy as it is written
    void returned(double factor, DailyReturns returns);
}
