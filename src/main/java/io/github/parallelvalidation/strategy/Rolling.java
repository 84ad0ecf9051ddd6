package io.github.parallelvalidation.strategy;

import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;

/// Windows over the last n values, the present one included; NaN until there are n, and wherever one of them is NaN.
///
/// Sums, extremes and moments come from blocks of n values: each window is the end of one block and the beginning of
/// the
/// next (van Herk 1992; Gil and Werman 1993). Nothing is ever subtracted from a running total, so no digits are lost on
/// large prices, and the cost per value does not depend on n.
final class Rolling {
    private Rolling() {}

    static double[] sum(double[] x, int n) {
        return fold(x, n, Double::sum);
    }

    static double[] mean(double[] x, int n) {
        double[] sums = sum(x, n);
        Arrays.setAll(sums, i -> sums[i] / n);
        return sums;
    }

    static double[] min(double[] x, int n) {
        return fold(x, n, Math::min);
    }

    static double[] max(double[] x, int n) {
        return fold(x, n, Math::max);
    }

    /// Population standard deviation.
    static double[] std(double[] x, int n) {
        double[] std = moments(x, n).m2();
        Arrays.setAll(std, i -> Math.sqrt(std[i] / n));
        return std;
    }

    /// Population variance.
    static double[] variance(double[] x, int n) {
        double[] variance = moments(x, n).m2();
        Arrays.setAll(variance, i -> variance[i] / n);
        return variance;
    }

    /// (x − mean)/std, NaN where the standard deviation is 0.
    static double[] zscore(double[] x, int n) {
        Moments moments = moments(x, n);
        double[] z = new double[x.length];
        for (int i = 0; i < z.length; i++) {
            double std = Math.sqrt(moments.m2()[i] / n);
            z[i] = std == 0 ? Double.NaN : (x[i] - moments.mean()[i]) / std;
        }
        return z;
    }

    /// The rank of the present value among the last n, from 1, ties averaged (pandas: `rolling(n).rank()`).
    static double[] rank(double[] x, int n) {
        double[] ranks = nan(x.length);
        for (int i = n - 1; i < x.length; i++) {
            int less = 0;
            int equal = 0;
            boolean whole = true;
            for (int j = i - n + 1; j <= i; j++) {
                whole &= !Double.isNaN(x[j]);
                less += x[j] < x[i] ? 1 : 0;
                equal += x[j] == x[i] ? 1 : 0;
            }
            ranks[i] = whole ? less + (equal + 1) / 2.0 : Double.NaN;
        }
        return ranks;
    }

    private static double[] fold(double[] x, int n, DoubleBinaryOperator join) {
        int size = x.length;
        double[] result = nan(size);
        double[] tail = new double[n];
        for (int start = 0; start + n <= size; start += n) {
            // The ends of this block, each from one place to the block's last.
            tail[n - 1] = x[start + n - 1];
            for (int i = n - 2; i >= 0; i--) {
                tail[i] = join.applyAsDouble(x[start + i], tail[i + 1]);
            }
            result[start + n - 1] = tail[0];
            double head = Double.NaN;
            for (int i = 0; i < n - 1 && start + n + i < size; i++) {
                double next = x[start + n + i];
                head = i == 0 ? next : join.applyAsDouble(head, next);
                result[start + n + i] = join.applyAsDouble(tail[i + 1], head);
            }
        }
        return result;
    }

    /// Mean and sum of squared deviations of each window.
    @SuppressWarnings("ArrayRecordComponent")
    private record Moments(double[] mean, double[] m2) {}

    private static Moments moments(double[] x, int n) {
        int size = x.length;
        Moments result = new Moments(nan(size), nan(size));
        double[] tailMean = new double[n];
        double[] tailM2 = new double[n];
        for (int start = 0; start + n <= size; start += n) {
            double mean = 0;
            double m2 = 0;
            for (int i = n - 1; i >= 0; i--) {
                double delta = x[start + i] - mean;
                mean += delta / (n - i);
                m2 += delta * (x[start + i] - mean);
                tailMean[i] = mean;
                tailM2[i] = m2;
            }
            result.mean()[start + n - 1] = mean;
            result.m2()[start + n - 1] = m2;
            double headMean = 0;
            double headM2 = 0;
            for (int i = 0; i < n - 1 && start + n + i < size; i++) {
                double delta = x[start + n + i] - headMean;
                headMean += delta / (i + 1);
                headM2 += delta * (x[start + n + i] - headMean);
                // Joining two sets (Chan, Golub and LeVeque 1979).
                int heads = i + 1;
                int tails = n - heads;
                double apart = headMean - tailMean[i + 1];
                result.mean()[start + n + i] = tailMean[i + 1] + apart * heads / n;
                result.m2()[start + n + i] = tailM2[i + 1] + headM2 + apart * apart * tails * heads / n;
            }
        }
        return result;
    }

    static double[] nan(int size) {
        double[] values = new double[size];
        Arrays.fill(values, Double.NaN);
        return values;
    }
}
