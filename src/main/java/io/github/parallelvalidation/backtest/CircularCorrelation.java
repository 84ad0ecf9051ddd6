package io.github.parallelvalidation.backtest;

import org.jtransforms.fft.DoubleFFT_1D;

/// The sums over i of `a[i] · b[(i + k) mod n]` for every shift k, for two pairs of series at once, in O(n log n): one
/// pair is the real, the other the imaginary part of three Fourier transforms.
///
/// The error of a sum is about 1e-15 of the product of both series' norms; series of about the same size keep it
/// that small for both pairs.
final class CircularCorrelation {
    /// Up to this share of the length, the sums that a transform of half the length would mix are added up one by one.
    private static final int MIXED_SHARE = 128;

    private final int n;
    private final int length;
    private final double[] transformed;
    private final double[][] first;
    private final double[][] second;

    private CircularCorrelation(double[][] first, double[][] second) {
        this.first = first;
        this.second = second;
        this.n = first[0].length;
        this.length = transformLength(n);
        this.transformed = correlate();
    }

    /// All series are of one length.
    ///
    /// @param a, b the first pair
    /// @param c, d the second pair
    static CircularCorrelation of(double[] a, double[] b, double[] c, double[] d) {
        return new CircularCorrelation(new double[][] {a, b}, new double[][] {c, d});
    }

    /// @param shift 0 to n - 1
    double first(int shift) {
        return sum(first, 0, shift);
    }

    double second(int shift) {
        return sum(second, 1, shift);
    }

    /// A power of two, for which the transform is fastest. Twice n keeps all sums apart; a little less
    /// mixes only a few.
    static int transformLength(int n) {
        int shortest = Integer.highestOneBit(Math.max(1, 2 * n - 1));
        return 2 * n - 1 - shortest <= shortest / MIXED_SHARE ? shortest : 2 * shortest;
    }

    private double[] correlate() {
        DoubleFFT_1D transform = new DoubleFFT_1D(length);
        double[] left = packed(first[0], second[0]);
        transform.complexForward(left);
        double[] right = packed(first[1], second[1]);
        transform.complexForward(right);
        for (int m = 0; m <= length / 2; m++) {
            multiply(left, right, 2 * m, 2 * ((length - m) % length));
        }
        transform.complexInverse(left, true);
        return left;
    }

    private double[] packed(double[] real, double[] imaginary) {
        double[] both = new double[2 * length];
        for (int i = 0; i < n; i++) {
            both[2 * i] = real[i];
            both[2 * i + 1] = imaginary[i];
        }
        return both;
    }

    /// Takes the transforms of the four real series apart at a frequency and its mirror image, multiplies those of each
    /// pair, the left one conjugated, and puts both products together again.
    private static void multiply(double[] left, double[] right, int at, int mirror) {
        double leftSumRe = (left[at] + left[mirror]) / 2;
        double leftSumIm = (left[at + 1] - left[mirror + 1]) / 2;
        double leftDifRe = (left[at + 1] + left[mirror + 1]) / 2;
        double leftDifIm = (left[mirror] - left[at]) / 2;
        double rightSumRe = (right[at] + right[mirror]) / 2;
        double rightSumIm = (right[at + 1] - right[mirror + 1]) / 2;
        double rightDifRe = (right[at + 1] + right[mirror + 1]) / 2;
        double rightDifIm = (right[mirror] - right[at]) / 2;
        double firstRe = leftSumRe * rightSumRe + leftSumIm * rightSumIm;
        double firstIm = leftSumRe * rightSumIm - leftSumIm * rightSumRe;
        double secondRe = leftDifRe * rightDifRe + leftDifIm * rightDifIm;
        double secondIm = leftDifRe * rightDifIm - leftDifIm * rightDifRe;
        left[at] = firstRe - secondIm;
        left[at + 1] = firstIm + secondRe;
        left[mirror] = firstRe + secondIm;
        left[mirror + 1] = secondRe - firstIm;
    }

    private double sum(double[][] pair, int part, int shift) {
        return ahead(pair, part, shift) + (shift == 0 ? 0 : behind(pair, part, n - shift));
    }

    /// The sum over i of `a[i] · b[i + lag]`.
    private double ahead(double[][] pair, int part, int lag) {
        return lag <= length - n ? transformed[2 * lag + part] : directly(pair[0], pair[1], lag);
    }

    /// The sum over i of `a[i + lag] · b[i]`.
    private double behind(double[][] pair, int part, int lag) {
        return lag <= length - n ? transformed[2 * (length - lag) + part] : directly(pair[1], pair[0], lag);
    }

    /// Four sums side by side, which a processor adds up at once.
    private double directly(double[] a, double[] b, int lag) {
        int count = n - lag;
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int i = 0;
        for (; i + 3 < count; i += 4) {
            s0 += a[i] * b[i + lag];
            s1 += a[i + 1] * b[i + 1 + lag];
            s2 += a[i + 2] * b[i + 2 + lag];
            s3 += a[i + 3] * b[i + 3 + lag];
        }
        for (; i < count; i++) {
            s0 += a[i] * b[i + lag];
        }
        return s0 + s1 + s2 + s3;
    }
}
