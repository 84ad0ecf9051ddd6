package io.github.parallelvalidation.trials;

import io.github.parallelvalidation.number.Rounding;
import java.util.List;

/// The daily returns of one trial.
public final class ReturnSeries {
    /// Fewer days in common say nothing about how two series go together.
    static final int FEWEST_DAYS = 30;

    /// The variance of returns, ratios less 1, that do not move but for rounding.
    private static final double STILL = Rounding.OF_ONE * Rounding.OF_ONE;

    private final long[] days;
    private final double[] values;
    private final boolean isGapless;

    /// @param days counted from 1970-01-01, rising
    /// @param values a finite return for each
    public ReturnSeries(long[] days, double[] values) {
        if (days.length != values.length) {
            throw new IllegalArgumentException("%d days have %d returns".formatted(days.length, values.length));
        }
        this.days = days.clone();
        this.values = values.clone();
        this.isGapless = days.length == 0 || days[days.length - 1] - days[0] == days.length - 1;
    }

    public int count() {
        return days.length;
    }

    public long day(int index) {
        return days[index];
    }

    public double value(int index) {
        return values[index];
    }

    /// The correlation of two series over the days that both have. It is 0 where these are too few, and where one
    /// series does not move in them.
    public double correlation(ReturnSeries other) {
        if (isGapless && other.isGapless && count() > 0 && other.count() > 0) {
            long begin = Math.max(days[0], other.days[0]);
            long common = Math.min(days[0] + count(), other.days[0] + other.count()) - begin;
            return correlation(
                    values,
                    (int) Math.min(begin - days[0], count()),
                    other.values,
                    (int) Math.min(begin - other.days[0], other.count()),
                    (int) Math.max(0, common));
        }
        double[] x = new double[Math.min(count(), other.count())];
        double[] y = new double[x.length];
        return correlation(x, 0, y, 0, common(other, x, y));
    }

    /// The correlations of all with all.
    static double[][] correlations(List<ReturnSeries> series) {
        double[][] matrix = new double[series.size()][series.size()];
        for (int i = 0; i < matrix.length; i++) {
            matrix[i][i] = 1;
            for (int j = 0; j < i; j++) {
                matrix[i][j] = series.get(i).correlation(series.get(j));
                matrix[j][i] = matrix[i][j];
            }
        }
        return matrix;
    }

    /// One pass suffices: measured from its first value, a series that stands still is all but 0.
    private static double correlation(double[] x, int fromX, double[] y, int fromY, int common) {
        if (common < FEWEST_DAYS) {
            return 0;
        }
        double firstX = x[fromX];
        double firstY = y[fromY];
        double sumX = 0;
        double sumY = 0;
        double squaresX = 0;
        double squaresY = 0;
        double products = 0;
        for (int i = 0; i < common; i++) {
            double dx = x[fromX + i] - firstX;
            double dy = y[fromY + i] - firstY;
            sumX += dx;
            sumY += dy;
            squaresX += dx * dx;
            squaresY += dy * dy;
            products += dx * dy;
        }
        double varianceX = (squaresX - sumX * sumX / common) / common;
        double varianceY = (squaresY - sumY * sumY / common) / common;
        if (varianceX <= STILL || varianceY <= STILL) {
            return 0;
        }
        double covariance = (products - sumX * sumY / common) / common;
        return Math.clamp(covariance / Math.sqrt(varianceX * varianceY), -1, 1);
    }

    /// Fills in the returns of the days in common; returns their number.
    private int common(ReturnSeries other, double[] x, double[] y) {
        int common = 0;
        int i = 0;
        int j = 0;
        while (i < days.length && j < other.days.length) {
            long difference = days[i] - other.days[j];
            if (difference == 0) {
                x[common] = values[i];
                y[common] = other.values[j];
                common++;
            }
            i += difference <= 0 ? 1 : 0;
            j += difference >= 0 ? 1 : 0;
        }
        return common;
    }
}
