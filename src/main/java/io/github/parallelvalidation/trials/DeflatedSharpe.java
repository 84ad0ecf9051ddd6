package io.github.parallelvalidation.trials;

import org.apache.commons.statistics.distribution.NormalDistribution;

/// The deflated Sharpe ratio of 2014: the probability that a Sharpe ratio is truly above what the best of so many
/// trials without skill would show. Many tools compute it so; [SharpeInference#deflated] is its successor.
///
/// Bailey and López de Prado, "The Deflated Sharpe Ratio: Correcting for Selection Bias, Backtest Overfitting and
/// Non-Normality", Journal of Portfolio Management 40 (5), 2014. All ratios are per day, not annual.
public final class DeflatedSharpe {
    private static final double EULER_MASCHERONI = 0.5772156649015329;
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    private DeflatedSharpe() {}

    /// The Sharpe ratio to be expected of the best of `trials` strategies without skill.
    ///
    /// @param trials 1 or more; for a single one it is 0. Between 1 and 2, where the formula would fall to minus
    ///     infinity, it grows evenly
    /// @param variance of the trials' Sharpe ratios
    public static double expectedMaximum(double trials, double variance) {
        if (trials < 2) {
            return Math.max(0, trials - 1) * expectedMaximum(2, variance);
        }
        double best = NORMAL.inverseSurvivalProbability(1 / trials);
        double tail = NORMAL.inverseSurvivalProbability(1 / (trials * Math.E));
        return Math.sqrt(variance) * ((1 - EULER_MASCHERONI) * best + EULER_MASCHERONI * tail);
    }

    /// @param sharpe of the strategy
    /// @param benchmark the Sharpe ratio to be beaten, [#expectedMaximum]
    /// @param count returns the ratio was computed from
    /// @param kurtosis plain: 3 for a normal distribution
    public static double probability(double sharpe, double benchmark, double count, double skewness, double kurtosis) {
        double spread = 1 - skewness * sharpe + (kurtosis - 1) / 4 * sharpe * sharpe;
        return NORMAL.cumulativeProbability((sharpe - benchmark) * Math.sqrt(count - 1) / Math.sqrt(spread));
    }
}
