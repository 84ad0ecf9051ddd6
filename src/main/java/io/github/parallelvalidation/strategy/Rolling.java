package io.github.parallelvalidation.strategy;

import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;

/// Rolling-window functions over the last n values including the current one; NaN before there are n, and where the
/// window holds a NaN.
///
/// Each window is the end of one block of n and the beginning of the next, so nothing is ever subtracted
/// from a running value: no drift, and one NaN does not spoil what comes after it.
final class Rolling {
    private Rolling() {}

    /// As [#combine], without a call for every addition: sums are under every mean and z-score.
    static double[] sum(double[] x, int n) {
        double[] result = new double[x.length];
        Arrays.fill(result, Double.NaN);
        double[] ends = new double[Math.min(n, x.length + 1)];
        for (int start = 0; start + n - 1 < x.length; start += n) {
            ends[n - 1] = x[start + n - 1];
            for (int i = n - 2; i >= 0; i--) {
                ends[i] = x[start + i] + ends[i + 1];
            }
            result[start + n - 1] = ends[0];
            double beginning = 0;
            for (int i = 0; i < n - 1 && start + n + i < x.length; i++) {
                beginning += x[start + n + i];
                result[start + n + i] = ends[i + 1] + beginning;
            }
        }
        return result;
    }

    static double[] min(double[] x, int n) {
        return combine(x, n, Math::min);
    }

    static double[] max(double[] x, int n) {
        return combine(x, n, Math::max);
    }

    static double[] mean(double[] x, int n) {
        double[] result = sum(x, n);
        for (int i = 0; i < result.length; i++) {
            result[i] /= n;
        }
        return result;
    }

    private static double[] combine(double[] x, int n, DoubleBinaryOperator operator) {
        double[] result = new double[x.length];
        Arrays.fill(result, Double.NaN);
        int block = Math.min(n, x.length + 1);
        double[] ends = new double[block];
        for (int start = 0; start + n - 1 < x.length; start += n) {
            // ends[i]: the values from start + i to the end of the block.
            ends[n - 1] = x[start + n - 1];
            for (int i = n - 2; i >= 0; i--) {
                ends[i] = operator.applyAsDouble(x[start + i], ends[i + 1]);
            }
            result[start + n - 1] = ends[0];
            double beginning = 0;
            for (int i = 0; i < n - 1 && start + n + i < x.length; i++) {
                double value = x[start + n + i];
                beginning = i == 0 ? value : operator.applyAsDouble(beginning, value);
                result[start + n + i] = operator.applyAsDouble(ends[i + 1], beginning);
            }
        }
        return result;
    }

    /// The population variance of each window, to about 12 digits also where the values are
    /// large and close together.
    ///
    /// Welford's recurrence over the end of one block backwards and the beginning of the next forwards,
    /// merged as Chan, Golub and LeVeque do (1979), all relative to a value inside the window.
    static double[] variance(double[] x, int n) {
        double[] result = new double[x.length];
        Arrays.fill(result, Double.NaN);
        double[] means = new double[Math.min(n, x.length + 1)];
        double[] squares = new double[means.length];
        for (int start = 0; start + n - 1 < x.length; start += n) {
            int next = start + n;
            // Every window but the first of a block holds the value at the border; that one holds the last before it.
            double anchor = next < x.length ? x[next] : x[next - 1];
            result[next - 1] = wholeBlock(x, start, n);
            double mean = 0;
            double square = 0;
            for (int i = n - 1, count = 1; i >= 1; i--, count++) {
                double value = x[start + i] - anchor;
                double delta = value - mean;
                mean += delta / count;
                square += delta * (value - mean);
                means[i] = mean;
                squares[i] = square;
            }
            mean = 0;
            square = 0;
            for (int i = 0; i < n - 1 && next + i < x.length; i++) {
                double value = x[next + i] - anchor;
                double delta = value - mean;
                mean += delta / (i + 1);
                square += delta * (value - mean);
                double between = mean - means[i + 1];
                double weight = (double) (i + 1) * (n - 1 - i) / n;
                result[next + i] = (square + squares[i + 1] + between * between * weight) / n;
            }
        }
        return result;
    }

    private static double wholeBlock(double[] x, int start, int n) {
        double anchor = x[start];
        double mean = 0;
        double square = 0;
        for (int i = 0; i < n; i++) {
            double value = x[start + i] - anchor;
            double delta = value - mean;
            mean += delta / (i + 1);
            square += delta * (value - mean);
        }
        return square / n;
    }

    /// The rank of each window's last value within it, 1 to n; ties share their mean rank. The same as pandas
    /// `rolling(n).rank()`.
    static double[] rank(double[] x, int n) {
        double[] result = new double[x.length];
        int lastNan = -1;
        for (int t = 0; t < x.length; t++) {
            if (Double.isNaN(x[t])) {
                lastNan = t;
            }
            int start = t - n + 1;
            result[t] = start < 0 || lastNan >= start ? Double.NaN : rankOfLast(x, start, t);
        }
        return result;
    }

    private static double rankOfLast(double[] x, int start, int last) {
        int less = 0;
        int equal = 0;
        for (int i = start; i <= last; i++) {
            if (x[i] < x[last]) {
                less++;
            } else if (x[i] == x[last]) {
                equal++;
            }
        }
        return less + (equal + 1) / 2.0;
    }
}
