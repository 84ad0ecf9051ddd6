package io.github.parallelvalidation.trials;

import java.util.OptionalDouble;
import org.apache.commons.statistics.distribution.NormalDistribution;

/// What a Sharpe ratio says about the true one, from the number and the [shape][ReturnShape] of the returns.
///
/// López de Prado, Lipton and Zoonek, "How to Use the Sharpe Ratio", 2025. Against the formulas of 2012 and 2014 the
/// variance is that under the null hypothesis, not at the ratio seen, it knows autocorrelation of first order, and the
/// best of many trials has the variance of a maximum. All ratios are those of one return, per day and not annual.
public final class SharpeInference {
    /// A ratio is significant where luck would do as well in at most one of twenty cases.
    public static final double SIGNIFICANCE = 0.05;

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    private SharpeInference() {}

    /// The variance of the estimated ratio where the true one is `sharpe`:
    /// (1/T)·[(1+ρ)/(1−ρ) − (1 + ρ/(1−ρ) + ρ²/(1−ρ²))·γ₃·SR + (1+ρ²)/(1−ρ²)·(γ₄−1)/4·SR²].
    ///
    /// @param count T, the number of returns
    /// @return not above 0 where no returns could have such a shape
    public static double variance(double sharpe, double count, ReturnShape shape) {
        double rho = shape.autocorrelation();
        double rest = 1 - rho * rho;
        double level = (1 + rho) / (1 - rho);
        double skewed = 1 + rho / (1 - rho) + rho * rho / rest;
        double tailed = (1 + rho * rho) / rest;
        return (level - skewed * shape.skewness() * sharpe + tailed * (shape.kurtosis() - 1) / 4 * sharpe * sharpe)
                / count;
    }

    /// The probabilistic Sharpe ratio, PSR: the probability that the true ratio is above a benchmark.
    ///
    /// @param benchmark the ratio under the null hypothesis
    /// @return NaN where no returns could have such a shape
    public static double probability(double sharpe, double benchmark, double count, ReturnShape shape) {
        return NORMAL.cumulativeProbability((sharpe - benchmark) / Math.sqrt(variance(benchmark, count, shape)));
    }

    /// The minimum track record length: how many returns with the same ratio and shape it takes until the ratio is
    /// significantly above the benchmark; empty where no number of them would do.
    public static OptionalDouble minimumTrackRecord(
            double sharpe, double benchmark, ReturnShape shape, double significance) {
        if (!(sharpe > benchmark)) {
            return OptionalDouble.empty();
        }
        double quantile = NORMAL.inverseSurvivalProbability(significance) / (sharpe - benchmark);
        return OptionalDouble.of(variance(benchmark, 1, shape) * quantile * quantile);
    }

    /// The power of the test: how probable it is that a strategy whose true ratio is `truth` comes out significantly
    /// above the benchmark in so many returns.
    ///
    /// @return NaN where no returns could have such a shape
    public static double power(double benchmark, double truth, double count, ReturnShape shape, double significance) {
        double critical = benchmark
                + NORMAL.inverseSurvivalProbability(significance) * Math.sqrt(variance(benchmark, count, shape));
        return NORMAL.survivalProbability((critical - truth) / Math.sqrt(variance(truth, count, shape)));
    }

    /// The deflated Sharpe ratio of 2025: the probability that the true ratio is above what the best of so many
    /// strategies without skill is expected to show, whose estimates spread like the largest of as many normal
    /// numbers.
    ///
    /// @param trials how many independent ones the trials count as
    /// @param sharpeVariance of the trials' ratios
    /// @return NaN where no returns could have such a shape
    public static double deflated(
            double sharpe, double trials, double sharpeVariance, double count, ReturnShape shape) {
        double benchmark = DeflatedSharpe.expectedMaximum(trials, sharpeVariance);
        double variance = variance(benchmark, count, shape) * NormalMaximum.variance(trials);
        return NORMAL.cumulativeProbability((sharpe - benchmark) / Math.sqrt(variance));
    }
}
