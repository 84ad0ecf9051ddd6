package io.github.parallelvalidation.backtest;

/// Sums over the closed trades of a backtest.
///
/// @param wins trades with a return above 0, after costs
/// @param gains sum of the returns above 0
/// @param losses sum of the returns below 0, as a positive number
record TradeSums(int trades, int wins, double gains, double losses) {

    /// Gains per loss: +∞ for gains alone, NaN where there is neither.
    double profitFactor() {
        return gains / losses;
    }
}
