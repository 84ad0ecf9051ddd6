package io.github.parallelvalidation.backtest;

/// Is told the daily returns of a backtest, which are too many to be metrics.
@FunctionalInterface
public interface DailyReturnsListener {
    /// @param factor of all tunable parameters; 1 for the strategy as it is written
    /// @param days of the returns, counted from 1970-01-01
    void returned(double factor, long[] days, double[] returns);
}
