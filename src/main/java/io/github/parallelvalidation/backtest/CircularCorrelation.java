package io.github.parallelvalidation.backtest;

import java.util.Arrays;
import org.jtransforms.fft.DoubleFFT_1D;

/// The sums over i of `a[i] · b[(i + k) mod n]` for every shift k, exact, in O(n log n).
///
/// The first series is cut into a high and a low part, the real and the imaginary part of one transform: so
/// the sums that the Fourier transform gives are small enough to be rounded to the right whole number.
final class CircularCorrelation {
    /// Rounding is trusted when no sum lies further than this from a whole number.
    private static final double TRUSTED = 0.25;

    private CircularCorrelation() {}

    /// @throws ArithmeticException when the series are too long to be sure of every digit, beyond a million
    /// values
    static long[] of(int[] a, int[] b) {
        int n = a.length;
        int length = transformLength(n);
        int block = Math.min(n, length - n + 1);
        int shift = lowBits(a);
        DoubleFFT_1D transform = new DoubleFFT_1D(length);
        double[] spectrum = new double[2 * length];
        for (int i = 0; i < length; i++) {
            spectrum[i] = b[i % n];
        }
        transform.realForwardFull(spectrum);
        double[] piece = new double[2 * length];
        long[] sums = new long[n];
        // As many values of a at a time as the transform can hold beside the whole of b.
        for (int start = 0; start < n; start += block) {
            fill(piece, a, start, Math.min(n, start + block), shift);
            transform.complexForward(piece);
            multiplyMirrored(piece, spectrum);
            transform.complexInverse(piece, true);
            addTo(sums, piece, start, shift);
        }
        return sums;
    }

    /// A power of two, for which the transform is fastest and needs the least memory; a quarter more than n
    /// at least.
    static int transformLength(int n) {
        return Integer.highestOneBit(Math.max(1, n + n / 4)) << 1;
    }

    private static void fill(double[] piece, int[] a, int start, int end, int shift) {
        Arrays.fill(piece, 0);
        for (int i = start; i < end; i++) {
            int high = (a[i] + (1 << shift >> 1)) >> shift;
            piece[2 * (i - start)] = high;
            piece[2 * (i - start) + 1] = a[i] - (high << shift);
        }
    }

    /// Half the bits of the largest value.
    private static int lowBits(int[] values) {
        int largest = 0;
        for (int value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        return (Integer.SIZE - Integer.numberOfLeadingZeros(largest)) / 2;
    }

    /// Correlation is convolution with one series reversed, and to reverse a series is to mirror its
    /// transform. The places m and -m are written together, for each needs the other's old value.
    private static void multiplyMirrored(double[] piece, double[] spectrum) {
        int length = piece.length / 2;
        for (int m = 0; m <= length / 2; m++) {
            int here = 2 * m;
            int there = 2 * ((length - m) % length);
            double re = piece[here];
            double im = piece[here + 1];
            put(piece, here, piece[there], piece[there + 1], spectrum);
            if (there != here) {
                put(piece, there, re, im, spectrum);
            }
        }
    }

    private static void put(double[] piece, int at, double re, double im, double[] spectrum) {
        piece[at] = spectrum[at] * re - spectrum[at + 1] * im;
        piece[at + 1] = spectrum[at] * im + spectrum[at + 1] * re;
    }

    private static void addTo(long[] sums, double[] piece, int start, int shift) {
        int n = sums.length;
        for (int k = 0; k < n; k++) {
            sums[k] += whole(piece, (start + k) % n, shift);
        }
    }

    private static long whole(double[] sums, int at, int shift) {
        return (rounded(sums[2 * at]) << shift) + rounded(sums[2 * at + 1]);
    }

    private static long rounded(double sum) {
        double whole = Math.rint(sum);
        if (Math.abs(sum - whole) > TRUSTED) {
            throw new ArithmeticException("so many observations that the placebo cannot be computed exactly");
        }
        return (long) whole;
    }
}
