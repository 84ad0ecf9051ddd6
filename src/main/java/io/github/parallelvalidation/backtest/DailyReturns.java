package io.github.parallelvalidation.backtest;

import io.github.parallelvalidation.gate.AnnualSharpe;
import java.util.Arrays;

/// Returns per UTC day, from each day's last equity to the next day's, the first day against 1. They end with the day
/// on which no equity is left.
final class DailyReturns {
    private final double[] values;

    private DailyReturns(double[] values) {
        this.values = values;
    }

    static DailyReturns of(double[] lastOfEachDay) {
        double[] returns = new double[lastOfEachDay.length];
        int count = 0;
        double before = 1;
        for (double value : lastOfEachDay) {
            if (before > 0) {
                returns[count++] = value / before - 1;
            }
            before = value;
        }
        return new DailyReturns(Arrays.copyOf(returns, count));
    }

    int count() {
        return values.length;
    }

    boolean isConstant() {
        return Arrays.stream(values).distinct().limit(2).count() < 2;
    }

    /// Per year: mean / standard deviation (n - 1) · √365.
    double sharpe() {
        return AnnualSharpe.ofDaily(mean() / Math.sqrt(moment(2) * count() / (count() - 1)));
    }

    double skewness() {
        return moment(3) / Math.pow(moment(2), 1.5);
    }

    /// Plain: 3 for a normal distribution.
    double kurtosis() {
        return moment(4) / Math.pow(moment(2), 2);
    }

    private double mean() {
        return Arrays.stream(values).average().orElse(Double.NaN);
    }

    private double moment(int order) {
        double mean = mean();
        return Arrays.stream(values)
                .map(value -> Math.pow(value - mean, order))
                .average()
                .orElse(Double.NaN);
    }
}
