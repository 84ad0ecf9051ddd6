package io.github.parallelvalidation.backtest;

import io.github.parallelvalidation.data.Bars;

/// How far a market is from what rebuilt markets take for granted: that returns are as symmetric after falls as after
/// rises.
///
/// @param skewness of the log returns; those beyond five standard deviations count as five, for one crash is no habit
/// @param leverage rank correlation of a log return with the size of the next: below 0 where falls raise volatility
public record MarketLimits(double skewness, double leverage) {
    private static final double FARTHEST = 5;

    /// Fewer say nothing.
    private static final int FEWEST = 100;

    /// @param start index of the first bar that counts
    public static MarketLimits of(Bars bars, int start) {
        int first = Math.max(1, start);
        int count = bars.length() - first;
        if (count < FEWEST) {
            return new MarketLimits(0, 0);
        }
        double[] returns = new double[count];
        for (int i = 0; i < count; i++) {
            returns[i] = Math.log(bars.close()[first + i] / bars.close()[first + i - 1]);
        }
        return new MarketLimits(skewness(returns), leverage(returns));
    }

    private static double skewness(double[] returns) {
        double mean = mean(returns, 0, 1);
        double deviation = Math.sqrt(mean(returns, mean, 2));
        double[] near = new double[returns.length];
        for (int i = 0; i < near.length; i++) {
            near[i] = Math.clamp(returns[i], mean - FARTHEST * deviation, mean + FARTHEST * deviation);
        }
        double middle = mean(near, 0, 1);
        double variance = mean(near, middle, 2);
        return variance > 0 ? mean(near, middle, 3) / Math.pow(variance, 1.5) : 0;
    }

    /// The mean of powers of the distances from a point.
    private static double mean(double[] values, double from, int power) {
        double sum = 0;
        for (double value : values) {
            sum += Math.pow(value - from, power);
        }
        return sum / values.length;
    }

    private static double leverage(double[] returns) {
        int pairs = returns.length - 1;
        double[] next = new double[pairs];
        for (int i = 0; i < pairs; i++) {
            next[i] = Math.abs(returns[i + 1]);
        }
        double correlation = new Ranks(pairs).rank(returns, 0, pairs).correlation(Ranks.of(next));
        return Double.isNaN(correlation) ? 0 : correlation;
    }
}
