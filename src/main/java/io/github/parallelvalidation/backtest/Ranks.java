package io.github.parallelvalidation.backtest;

import java.util.Arrays;

/// The ranks of a series, ties sharing their mean rank, in arrays that serve one series after another.
///
/// They are held as whole numbers, doubled and moved so that their mean is 0: sums of products are exact.
///
/// Each value becomes a whole number of some 45 bits that grows with it, packed together with its place. These are
/// sorted by their highest bits in two passes of a radix sort, and neighbours by comparing them; values that get the
/// same number are compared themselves. Whatever the values, the order is exact.
final class Ranks {
    private static final int BITS = 11;
    private static final int BUCKETS = 1 << BITS;
    private static final int MASK = BUCKETS - 1;

    /// What is left for keys are then whole numbers that a double holds exactly.
    private static final int FEWEST_PLACE_BITS = 18;

    /// So many neighbours are sorted by insertion.
    private static final int FEW = 24;

    /// Differences below it are multiplied by [#MAGNIFIED], so that their inverse is a number.
    private static final double TINY = 1e-280;

    private static final double MAGNIFIED = 0x1p500;

    private final int[] low = new int[BUCKETS];
    private final int[] high = new int[BUCKETS];
    private final int[] centered;
    private final long[] sorted;
    private final long[] spare;
    private final int placeBits;
    private final long placeMask;
    private int count;
    private long squares;
    private double min = Double.NaN;
    private double max = Double.NaN;

    /// @param most values of a series
    Ranks(int most) {
        if (most > L0Screen.MOST_BARS) {
            throw new IllegalArgumentException(most + " values cannot be ranked, only " + L0Screen.MOST_BARS);
        }
        centered = new int[most];
        sorted = new long[most];
        spare = new long[most];
        placeBits = Math.max(FEWEST_PLACE_BITS, Integer.SIZE - Integer.numberOfLeadingZeros(most));
        placeMask = (1L << placeBits) - 1;
    }

    /// @param values finite
    static Ranks of(double[] values) {
        return new Ranks(values.length).rank(values, 0, values.length);
    }

    /// Ranks the values of a range, which are finite; what was ranked before is forgotten.
    Ranks rank(double[] series, int from, int to) {
        count = to - from;
        squares = 0;
        min = Double.NaN;
        max = Double.NaN;
        if (count == 0) {
            return this;
        }
        findBounds(series, from, to);
        if (min == max) {
            Arrays.fill(centered, 0, count, 0);
            return this;
        }
        pack(series, from, new Scale(min, max, keyBits()));
        distribute();
        neighbours(series, from);
        return this;
    }

    private void findBounds(double[] series, int from, int to) {
        double least = series[from];
        double largest = least;
        for (int i = from + 1; i < to; i++) {
            double value = series[i];
            least = value < least ? value : least;
            largest = value > largest ? value : largest;
        }
        min = least;
        max = largest;
    }

    private int keyBits() {
        return Long.SIZE - 1 - placeBits;
    }

    /// Maps the values between two bounds to whole numbers that grow with them.
    private record Scale(double unit, double offset, double factor) {
        Scale(double least, double largest, int bits) {
            // The distance of two finite numbers may be beyond all numbers, and its inverse, too.
            this(least, unit(largest - least), largest, bits);
        }

        private Scale(double least, double unit, double largest, int bits) {
            this(unit, least * unit, ((1L << bits) - 2) / (largest * unit - least * unit));
        }

        private static double unit(double distance) {
            return distance > Double.MAX_VALUE ? 0.5 : distance < TINY ? MAGNIFIED : 1;
        }

        long key(double value) {
            return (long) ((value * unit - offset) * factor);
        }
    }

    private void pack(double[] series, int from, Scale scale) {
        Arrays.fill(low, 0);
        Arrays.fill(high, 0);
        double unit = scale.unit();
        double offset = scale.offset();
        double factor = scale.factor();
        int shift = Long.SIZE - 1 - 2 * BITS;
        for (int i = 0; i < count; i++) {
            long packed = (long) ((series[from + i] * unit - offset) * factor) << placeBits | i;
            sorted[i] = packed;
            int interval = (int) (packed >>> shift);
            low[interval & MASK]++;
            high[interval >>> BITS]++;
        }
    }

    /// Sorts by the highest bits.
    private void distribute() {
        starts(low);
        starts(high);
        int shift = Long.SIZE - 1 - 2 * BITS;
        for (int i = 0; i < count; i++) {
            long packed = sorted[i];
            spare[low[(int) (packed >>> shift) & MASK]++] = packed;
        }
        for (int i = 0; i < count; i++) {
            long packed = spare[i];
            sorted[high[(int) (packed >>> (shift + BITS))]++] = packed;
        }
    }

    private static void starts(int[] counts) {
        int start = 0;
        for (int i = 0; i < BUCKETS; i++) {
            int size = counts[i];
            counts[i] = start;
            start += size;
        }
    }

    private void neighbours(double[] series, int from) {
        int shift = Long.SIZE - 1 - 2 * BITS;
        long[] packed = sorted;
        int[] ranks = centered;
        long places = placeMask;
        int size = count;
        long sum = 0;
        for (int first = 0; first < size; ) {
            long interval = packed[first] >>> shift;
            int end = first + 1;
            if (end == size || packed[end] >>> shift != interval) {
                // Nearly always: a value of its own.
                int rank = first + end - size;
                ranks[(int) (packed[first] & places)] = rank;
                sum += (long) rank * rank;
            } else {
                while (end < size && packed[end] >>> shift == interval) {
                    end++;
                }
                sort(first, end);
                ties(series, from, first, end);
            }
            first = end;
        }
        squares += sum;
    }

    private void sort(int from, int to) {
        if (to - from > FEW) {
            Arrays.sort(sorted, from, to);
            return;
        }
        for (int i = from + 1; i < to; i++) {
            long packed = sorted[i];
            int at = i;
            while (at > from && sorted[at - 1] > packed) {
                sorted[at] = sorted[at - 1];
                at--;
            }
            sorted[at] = packed;
        }
    }

    /// Ranks a sorted stretch in which several values may have the same key.
    private void ties(double[] series, int from, int start, int to) {
        for (int first = start; first < to; ) {
            long key = sorted[first] >>> placeBits;
            int end = first + 1;
            while (end < to && sorted[end] >>> placeBits == key) {
                end++;
            }
            if (end - first == 1 || areEqual(series, from, first, end)) {
                tie(first, end);
            } else {
                compare(series, from, first, end);
            }
            first = end;
        }
    }

    private boolean areEqual(double[] series, int from, int first, int end) {
        double value = series[from + place(first)];
        for (int i = first + 1; i < end; i++) {
            if (series[from + place(i)] != value) {
                return false;
            }
        }
        return true;
    }

    private int place(int rank) {
        return (int) (sorted[rank] & placeMask);
    }

    /// Different values with the same key are packed anew, between bounds of their own.
    private void compare(double[] series, int from, int first, int end) {
        double least = Double.POSITIVE_INFINITY;
        double largest = Double.NEGATIVE_INFINITY;
        for (int i = first; i < end; i++) {
            double value = series[from + place(i)];
            least = Math.min(least, value);
            largest = Math.max(largest, value);
        }
        Scale scale = new Scale(least, largest, keyBits());
        for (int i = first; i < end; i++) {
            sorted[i] = scale.key(series[from + place(i)]) << placeBits | place(i);
        }
        Arrays.sort(sorted, first, end);
        ties(series, from, first, end);
    }

    private void tie(int from, int to) {
        // Ranks from + 1 to `to`: twice their mean is from + 1 + to; twice the mean of all is count + 1.
        int rank = from + to - count;
        for (int i = from; i < to; i++) {
            centered[place(i)] = rank;
        }
        squares += (long) rank * rank * (to - from);
    }

    int count() {
        return count;
    }

    /// The least value that was ranked; NaN where there was none.
    double min() {
        return min;
    }

    /// The largest value that was ranked; NaN where there was none.
    double max() {
        return max;
    }

    /// The first [#count] are valid.
    int[] centered() {
        return centered;
    }

    /// Scaled so that the mean of the squares is 1.
    double[] standardised() {
        double scale = Math.sqrt((double) squares / count);
        double[] result = new double[count];
        for (int i = 0; i < count; i++) {
            result[i] = centered[i] / scale;
        }
        return result;
    }

    /// Whether all values are equal.
    boolean isConstant() {
        return squares == 0;
    }

    /// What a sum of products is divided by to become a correlation.
    double scale(Ranks other) {
        return Math.sqrt((double) squares) * Math.sqrt((double) other.squares);
    }

    long product(Ranks other) {
        long sum = 0;
        for (int i = 0; i < count; i++) {
            sum += (long) centered[i] * other.centered[i];
        }
        return sum;
    }

    /// Spearman's rank correlation; NaN where one side is constant.
    double correlation(Ranks other) {
        return isConstant() || other.isConstant() ? Double.NaN : product(other) / scale(other);
    }

    /// A copy that keeps these ranks while the original goes on; it can rank nothing itself.
    Ranks kept() {
        return new Ranks(this);
    }

    private Ranks(Ranks other) {
        this.centered = Arrays.copyOf(other.centered, other.count);
        this.count = other.count;
        this.squares = other.squares;
        this.min = other.min;
        this.max = other.max;
        this.sorted = new long[0];
        this.spare = new long[0];
        this.placeBits = 1;
        this.placeMask = 1;
    }
}
