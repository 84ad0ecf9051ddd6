package io.github.parallelvalidation.backtest;

import org.jtransforms.fft.DoubleFFT_1D;

/// Sums of products of one vector with another that is moved in a circle, for all shifts at once, by the fast Fourier
/// transform: `sum[k] = Σ a[j]·b[(j + k) mod n]`. The vectors hold whole numbers and the sums are exact.
final class CircularSums {
    private final int n;
    private final DoubleFFT_1D transform;

    CircularSums(int n) {
        this.n = n;
        this.transform = new DoubleFFT_1D(n);
    }

    /// Large numbers, such as ranks: `b` goes in as two parts of half its digits, the real and the imaginary part of
    /// one vector, so that each part's sums stay small enough for rounding to give the exact whole number.
    long[] of(long[] a, long[] b) {
        long split = Math.max(1, Math.round(Math.sqrt(2.0 * n)));
        double[] left = new double[2 * n];
        double[] right = new double[2 * n];
        for (int i = 0; i < n; i++) {
            long high = Math.floorDiv(b[i] + split / 2, split);
            left[2 * i] = a[i];
            right[2 * i] = high;
            right[2 * i + 1] = b[i] - high * split;
        }
        transform.complexForward(left);
        transform.complexForward(right);
        multiplyConjugate(left, right);
        transform.complexInverse(right, true);
        long[] sums = new long[n];
        for (int k = 0; k < n; k++) {
            sums[k] = Math.round(right[2 * k]) * split + Math.round(right[2 * k + 1]);
        }
        return sums;
    }

    /// right = conj(left) · right
    private void multiplyConjugate(double[] left, double[] right) {
        for (int i = 0; i < n; i++) {
            double lr = left[2 * i];
            double li = left[2 * i + 1];
            double rr = right[2 * i];
            double ri = right[2 * i + 1];
            right[2 * i] = lr * rr + li * ri;
            right[2 * i + 1] = lr * ri - li * rr;
        }
    }
}
