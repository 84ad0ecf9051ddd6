package io.github.parallelvalidation.backtest;

import io.github.parallelvalidation.data.Bars;
import io.github.parallelvalidation.gate.AnnualSharpe;
import io.github.parallelvalidation.number.Rounding;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/// Returns per UTC day, from each day's last equity to the next day's, the first day against 1. They end with the day
/// on which no equity is left.
final class DailyReturns {
    private static final long DAY = TimeUnit.DAYS.toMillis(1);

    private final double[] values;

    private DailyReturns(double[] values) {
        this.values = values;
    }

    /// @param lastOfEachDay the equity at the close of the last bar of each day of the window
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

    /// The days of the returns, counted from 1970-01-01; days without bars are left out.
    ///
    /// @param start index of the window's first bar
    long[] days(Bars bars, int start) {
        return Arrays.stream(bars.time(), start, bars.length())
                .map(time -> Math.floorDiv(time, DAY))
                .distinct()
                .limit(count())
                .toArray();
    }

    double[] values() {
        return values.clone();
    }

    int count() {
        return values.length;
    }

    /// Up to rounding: each is the difference of a ratio of equities and 1.
    boolean isConstant() {
        return Rounding.isConstant(values, 1);
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

    /// Of one day and the next, with one mean and one variance for all days (Box and Jenkins): never beyond ±1.
    double autocorrelation() {
        double mean = mean();
        double products = IntStream.range(1, count())
                .mapToDouble(i -> (values[i] - mean) * (values[i - 1] - mean))
                .sum();
        return products / (moment(2) * count());
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
