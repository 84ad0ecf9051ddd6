package io.github.parallelvalidation.backtest;

import io.github.parallelvalidation.data.Bars;
import io.github.parallelvalidation.gate.PlaceboLimit;
import io.github.parallelvalidation.strategy.Signals;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// How far a market is from what rebuilt markets take for granted, that it is as quiet after rises as after falls. Where
/// falls raise volatility, returns over several bars are skewed: the usual one is a small rise, and the more so after
/// falls. A rule that buys then looks right more often than luck makes it.
///
/// @param returns how many
/// @param leverage rank correlation of the return over ten bars with the mean absolute return of the ten bars after
///     them: below 0 where falls raise volatility
public record MarketLimits(int returns, double leverage) {
    private static final int SPAN = 10;

    /// From here on luck and p are off by more than a few points.
    private static final double STRONG = 0.2;

    /// More than chance makes of the correlation, times the root of the number of returns.
    private static final double BEYOND_CHANCE = 10;

    /// @param start index of the first bar that counts
    public static MarketLimits of(Bars bars, int start) {
        double[] close = bars.close();
        int first = Math.max(1, start);
        int returns = Math.max(0, close.length - first);
        int pairs = Math.max(0, returns - 2 * SPAN + 1);
        double[] past = new double[pairs];
        double[] size = new double[pairs];
        for (int i = 0; i < pairs; i++) {
            int middle = first - 1 + SPAN + i;
            past[i] = close[middle] / close[middle - SPAN];
            for (int t = middle + 1; t <= middle + SPAN; t++) {
                size[i] += Math.abs(close[t] / close[t - 1] - 1);
            }
        }
        double leverage = pairs == 0 ? 0 : Ranks.of(past).correlation(Ranks.of(size));
        return new MarketLimits(returns, Double.isNaN(leverage) ? 0 : leverage);
    }

    public boolean hasLeverage() {
        return Math.abs(leverage) > Math.max(STRONG, BEYOND_CHANCE / Math.sqrt(returns));
    }

    /// What is to be said beside luck and p of any strategy on this market.
    List<PlaceboLimit> limits() {
        return hasLeverage() ? List.of(PlaceboLimit.SKEW_AND_LEVERAGE) : List.of();
    }

    /// As [#limits()], and what is to be said of a backtest of these signals.
    List<PlaceboLimit> limits(Signals signals, int start) {
        List<PlaceboLimit> limits = new ArrayList<>(limits());
        if (holds(signals.longs(), start) != holds(signals.shorts(), start)) {
            limits.add(PlaceboLimit.ONE_SIDED);
        }
        return limits;
    }

    private static boolean holds(boolean[] entries, int start) {
        return IntStream.range(start, entries.length).anyMatch(bar -> entries[bar]);
    }
}
