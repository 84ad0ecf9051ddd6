package io.github.parallelvalidation.backtest;

import java.util.ArrayList;
import java.util.List;

/// What looks too good to be true. Shown, never a gate.
final class SanityFlags {
    static final String HIGH_SHARPE = "sharpe_above_3";
    static final String FEW_TRADES = "return_above_3x_benchmark_with_few_trades";
    static final String ONE_DAY = "one_day_above_20_percent_of_gain";

    private static final double MOST_SHARPE = 3;
    private static final double MOST_TIMES_BENCHMARK = 3;
    private static final double MOST_OF_GAIN = 0.2;

    private SanityFlags() {}

    /// @param sharpe annual, or NaN
    /// @param minTrades up to so many trades are few
    /// @param lastOfEachDay equity at the end of each day
    static List<String> of(Backtest backtest, double sharpe, double minTrades, double[] lastOfEachDay) {
        List<String> flags = new ArrayList<>();
        if (sharpe > MOST_SHARPE) {
            flags.add(HIGH_SHARPE);
        }
        boolean few = backtest.trades().size() <= minTrades;
        if (few && backtest.totalReturn() > MOST_TIMES_BENCHMARK * Math.abs(backtest.benchmarkReturn())) {
            flags.add(FEW_TRADES);
        }
        if (backtest.totalReturn() > 0 && bestDay(lastOfEachDay) > MOST_OF_GAIN * backtest.totalReturn()) {
            flags.add(ONE_DAY);
        }
        return flags;
    }

    private static double bestDay(double[] lastOfEachDay) {
        double best = 0;
        double before = 1;
        for (double value : lastOfEachDay) {
            best = Math.max(best, value - before);
            before = value;
        }
        return best;
    }
}
