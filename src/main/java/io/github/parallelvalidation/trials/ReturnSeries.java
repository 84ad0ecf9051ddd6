package io.github.parallelvalidation.trials;

import io.github.parallelvalidation.number.Rounding;
import java.util.List;

/// The daily returns of one trial.
public final class ReturnSeries {
    /// Fewer days in common say nothing about how two series go together.
    static final int FEWEST_DAYS = 30;

    private final long[] days;
    private final double[] values;

    /// @param days counted from 1970-01-01, rising
    /// @param values a finite return for each
    public ReturnSeries(long[] days, double[] values) {
        if (days.length != values.length) {
            throw new IllegalArgumentException("%d days have %d returns".formatted(days.length, values.length));
        }
        this.days = days.clone();
        this.values = values.clone();
    }

    public int count() {
        return days.length;
    }

    long day(int index) {
        return days[index];
    }

    double value(int index) {
        return values[index];
    }

    /// The correlation of two series over the days that both have. It is 0 where these are too few, and where one
    /// series does not move in them.
    public double correlation(ReturnSeries other) {
        double[] x = new double[Math.min(count(), other.count())];
        double[] y = new double[x.length];
        int common = common(other, x, y);
        if (common < FEWEST_DAYS || !moves(x, common) || !moves(y, common)) {
            return 0;
        }
        double meanX = mean(x, common);
        double meanY = mean(y, common);
        double squaresX = 0;
        double squaresY = 0;
        double products = 0;
        for (int i = 0; i < common; i++) {
            double dx = x[i] - meanX;
            double dy = y[i] - meanY;
            squaresX += dx * dx;
            squaresY += dy * dy;
            products += dx * dy;
        }
        return Math.clamp(products / Math.sqrt(squaresX * squaresY), -1, 1);
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

    private static boolean moves(double[] values, int count) {
        double least = values[0];
        double most = values[0];
        for (int i = 1; i < count; i++) {
            least = Math.min(least, values[i]);
            most = Math.max(most, values[i]);
        }
        return !Rounding.isConstant(least, most, 1);
    }

    private static double mean(double[] values, int count) {
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += values[i];
        }
        return sum / count;
    }
}
