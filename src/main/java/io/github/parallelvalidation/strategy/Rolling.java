package io.github.parallelvalidation.strategy;

import java.util.Arrays;

/// Rolling-window functions over the last n values including the current one; NaN before there are n, and where the
/// window holds a NaN.
///
/// Each window is the end of one block of n and the beginning of the next, so nothing is ever subtracted
/// from a running value: no drift, and one NaN does not spoil what comes after it.
final class Rolling {
    /// Splits a number into two of half as many digits (Dekker 1971).
    private static final double SPLITTER = (1 << 27) + 1;

    /// A power of two beyond the longest window.
    private static final int SCALE = 20;

    private Rolling() {}

    /// Correctly rounded but for the rarest cases, so that equal values have equal sums wherever the window lies.
    static void sum(double[] x, int n, double[] out, Scratch scratch) {
        sums(x, n, 0, out, scratch);
    }

    /// The mean of n equal values is that value.
    static void mean(double[] x, int n, double[] out, Scratch scratch) {
        sums(x, n, n, out, scratch);
        for (int t = n - 1; t < out.length; t++) {
            if (Double.isInfinite(out[t])) {
                out[t] = meanOfHuge(x, t - n + 1, n);
            }
        }
    }

    /// Values whose sum is beyond all numbers have a mean nevertheless.
    private static double meanOfHuge(double[] x, int start, int n) {
        double[] scaled = new double[n];
        Arrays.setAll(scaled, i -> Math.scalb(x[start + i], -SCALE));
        double[] mean = new double[n];
        sums(scaled, n, n, mean, new Scratch());
        return Math.scalb(mean[n - 1], SCALE);
    }

    /// Sums in twice the working precision: what a rounded addition loses is found exactly (Knuth's two-sum) and added
    /// up beside it, as Ogita, Rump and Oishi do (2005).
    ///
    /// @param divisor 0 for the sums themselves
    private static void sums(double[] x, int n, int divisor, double[] out, Scratch scratch) {
        int length = x.length;
        Arrays.fill(out, 0, Math.min(n - 1, length), Double.NaN);
        double[] ends = scratch.numbers(0, Math.min(n, length + 1));
        double[] lost = scratch.numbers(1, ends.length);
        for (int start = 0; start + n - 1 < length; start += n) {
            double sum = 0;
            double loss = 0;
            for (int i = n - 1; i >= 0; i--) {
                double value = x[start + i];
                double next = sum + value;
                double part = next - sum;
                loss += (sum - (next - part)) + (value - part);
                sum = next;
                ends[i] = sum;
                lost[i] = loss;
            }
            out[start + n - 1] = rounded(ends[0], lost[0], divisor);
            sum = 0;
            loss = 0;
            int last = Math.min(n - 1, length - start - n);
            for (int i = 0; i < last; i++) {
                double value = x[start + n + i];
                double next = sum + value;
                double part = next - sum;
                loss += (sum - (next - part)) + (value - part);
                sum = next;
                double end = ends[i + 1];
                double all = sum + end;
                double endPart = all - sum;
                double off = (sum - (all - endPart)) + (end - endPart);
                out[start + n + i] = rounded(all, off + (loss + lost[i + 1]), divisor);
            }
        }
    }

    private static double rounded(double sum, double loss, int divisor) {
        if (!(Math.abs(loss) <= Double.MAX_VALUE)) {
            // An infinite sum has no rounding error.
            return divisor == 0 ? sum : sum / divisor;
        }
        if (divisor == 0) {
            return sum + loss;
        }
        double quotient = sum / divisor;
        double split = SPLITTER * quotient;
        double high = split - (split - quotient);
        double rest = ((sum - high * divisor) - (quotient - high) * divisor) + loss;
        double exact = quotient + rest / divisor;
        // Splitting overflows where the quotient is near the end of all numbers.
        return Math.abs(exact) <= Double.MAX_VALUE ? exact : quotient;
    }

    static void min(double[] x, int n, double[] out, Scratch scratch) {
        extremes(x, n, false, out, scratch);
    }

    static void max(double[] x, int n, double[] out, Scratch scratch) {
        extremes(x, n, true, out, scratch);
    }

    private static void extremes(double[] x, int n, boolean largest, double[] out, Scratch scratch) {
        int length = x.length;
        Arrays.fill(out, 0, Math.min(n - 1, length), Double.NaN);
        double[] ends = scratch.numbers(0, Math.min(n, length + 1));
        double none = largest ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        for (int start = 0; start + n - 1 < length; start += n) {
            // ends[i]: the values from start + i to the end of the block.
            double extreme = none;
            for (int i = n - 1; i >= 0; i--) {
                extreme = extreme(extreme, x[start + i], largest);
                ends[i] = extreme;
            }
            out[start + n - 1] = extreme;
            extreme = none;
            int last = Math.min(n - 1, length - start - n);
            for (int i = 0; i < last; i++) {
                extreme = extreme(extreme, x[start + n + i], largest);
                out[start + n + i] = extreme(ends[i + 1], extreme, largest);
            }
        }
    }

    private static double extreme(double a, double b, boolean largest) {
        return largest ? Math.max(a, b) : Math.min(a, b);
    }

    /// The population variance of each window, to about 12 digits also where the values are large and close together.
    static void variance(double[] x, int n, double[] out, Scratch scratch) {
        moments(x, n, false, out, scratch);
    }

    /// (x − mean) / population standard deviation of each window. Without spread there is no score: 0/0 is not left to
    /// rounding.
    static void zscore(double[] x, int n, double[] out, Scratch scratch) {
        moments(x, n, true, out, scratch);
    }

    /// Sums of the values and of their squares, all relative to a value inside the window (the shifted-data algorithm
    /// of Chan, Golub and LeVeque 1983): values that are all equal have a variance of exactly 0.
    private static void moments(double[] x, int n, boolean score, double[] out, Scratch scratch) {
        int length = x.length;
        Arrays.fill(out, 0, Math.min(n - 1, length), Double.NaN);
        double[] sums = scratch.numbers(0, Math.min(n, length + 1));
        double[] squares = scratch.numbers(1, sums.length);
        double share = 1.0 / n;
        for (int start = 0; start + n - 1 < length; start += n) {
            int next = start + n;
            out[next - 1] = wholeBlock(x, start, n, score);
            int last = Math.min(n - 1, length - next);
            if (last <= 0) {
                continue;
            }
            // Every window but the first of a block holds the value at the border.
            double anchor = x[next];
            double sum = 0;
            double square = 0;
            for (int i = n - 1; i >= 1; i--) {
                double delta = x[start + i] - anchor;
                sum += delta;
                square += delta * delta;
                sums[i] = sum;
                squares[i] = square;
            }
            sum = 0;
            square = 0;
            for (int i = 0; i < last; i++) {
                double delta = x[next + i] - anchor;
                sum += delta;
                square += delta * delta;
                double mean = (sum + sums[i + 1]) * share;
                double variance = (square + squares[i + 1]) * share - mean * mean;
                out[next + i] = score ? score(delta - mean, variance) : variance < 0 ? 0 : variance;
            }
        }
    }

    private static double wholeBlock(double[] x, int start, int n, boolean score) {
        double anchor = x[start];
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += x[start + i] - anchor;
        }
        double mean = sum / n;
        double squares = 0;
        for (int i = 0; i < n; i++) {
            double delta = x[start + i] - anchor - mean;
            squares += delta * delta;
        }
        double variance = squares / n;
        return score ? score(x[start + n - 1] - anchor - mean, variance) : variance;
    }

    private static double score(double distance, double variance) {
        return variance > 0 ? distance / Math.sqrt(variance) : Double.NaN;
    }

    /// The rank of each window's last value within it, 1 to n; ties share their mean rank. The same as pandas
    /// `rolling(n).rank()`.
    static void rank(double[] x, int n, double[] out, Scratch scratch) {
        int lastNan = -1;
        for (int t = 0; t < x.length; t++) {
            if (Double.isNaN(x[t])) {
                lastNan = t;
            }
            int start = t - n + 1;
            out[t] = start < 0 || lastNan >= start ? Double.NaN : rankOfLast(x, start, t);
        }
    }

    private static double rankOfLast(double[] x, int start, int last) {
        double value = x[last];
        int less = 0;
        int notMore = 0;
        for (int i = start; i <= last; i++) {
            less += x[i] < value ? 1 : 0;
            notMore += x[i] <= value ? 1 : 0;
        }
        return (less + notMore + 1) / 2.0;
    }
}
