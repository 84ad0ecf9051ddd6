package io.github.parallelvalidation.backtest;

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
        int length = smoothLength(2 * n);
        int shift = lowBits(a);
        double[] first = new double[2 * length];
        double[] second = new double[2 * length];
        for (int i = 0; i < n; i++) {
            int high = (a[i] + (1 << shift >> 1)) >> shift;
            first[2 * i] = high;
            first[2 * i + 1] = a[i] - (high << shift);
            second[i] = b[i];
        }
        DoubleFFT_1D transform = new DoubleFFT_1D(length);
        transform.complexForward(first);
        transform.realForwardFull(second);
        multiplyByMirrored(second, first);
        transform.complexInverse(second, true);
        return collect(second, n, length, shift);
    }

    /// Half the bits of the largest value.
    private static int lowBits(int[] values) {
        int largest = 0;
        for (int value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        return (Integer.SIZE - Integer.numberOfLeadingZeros(largest)) / 2;
    }

    /// The smallest length with no prime factor above 5, for which the transform is fast.
    static int smoothLength(int least) {
        int best = Integer.highestOneBit(Math.max(1, least - 1)) << 1;
        for (long fives = 1; fives < best; fives *= 5) {
            for (long threes = fives; threes < best; threes *= 3) {
                long length = threes;
                while (length < least) {
                    length *= 2;
                }
                best = (int) Math.min(best, length);
            }
        }
        return best;
    }

    /// Correlation is convolution with one series reversed, and to reverse a series is to mirror its
    /// transform.
    private static void multiplyByMirrored(double[] b, double[] a) {
        int length = b.length / 2;
        for (int i = 0; i < length; i++) {
            int mirror = 2 * ((length - i) % length);
            double re = b[2 * i];
            double im = b[2 * i + 1];
            b[2 * i] = re * a[mirror] - im * a[mirror + 1];
            b[2 * i + 1] = re * a[mirror + 1] + im * a[mirror];
        }
    }

    private static long[] collect(double[] sums, int n, int length, int shift) {
        long[] result = new long[n];
        for (int k = 0; k < n; k++) {
            // The transform is long enough to hold shifts by k and by k - n apart; a circle has both.
            result[k] = whole(sums, k, shift) + (k == 0 ? 0 : whole(sums, length + k - n, shift));
        }
        return result;
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
