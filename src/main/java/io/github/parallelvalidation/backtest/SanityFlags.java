package io.github.parallelvalidation.backtest;

import io.github.parallelvalidation.gate.SanityFlag;
import io.github.parallelvalidation.number.Rounding;
import java.util.ArrayList;
import java.util.List;

/// Flags backtest results that look too good to be true.
final class SanityFlags {
    private static final double MOST_SHARPE = 3;
    private static final double MOST_TIMES_BENCHMARK = 3;
    private static final double MOST_OF_GAIN = 0.2;

    private SanityFlags() {}

    /// @param trades how many were closed
    /// @param sharpe annual, or NaN
    /// @param minTrades up to so many trades are few
    /// @param lastOfEachDay equity at the end of each day
    static List<SanityFlag> of(Backtest backtest, int trades, double sharpe, double minTrades, double[] lastOfEachDay) {
        List<SanityFlag> flags = new ArrayList<>();
        if (sharpe > MOST_SHARPE) {
            flags.add(SanityFlag.SHARPE_ABOVE_3);
        }
        // Beside a benchmark that never moves, what rounding left would be a multiple of its return.
        boolean gains = backtest.totalReturn() > Rounding.OF_ONE;
        boolean few = trades <= minTrades;
        if (gains && few && backtest.totalReturn() > MOST_TIMES_BENCHMARK * Math.abs(backtest.benchmarkReturn())) {
            flags.add(SanityFlag.FEW_TRADES_BEAT_BENCHMARK);
        }
        if (gains && bestDay(lastOfEachDay) > MOST_OF_GAIN * backtest.totalReturn()) {
            flags.add(SanityFlag.ONE_DAY_MADE_THE_GAIN);
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
