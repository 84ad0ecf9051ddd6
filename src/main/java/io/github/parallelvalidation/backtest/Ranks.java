package io.github.parallelvalidation.backtest;

import java.util.Arrays;

/// The ranks of a series, ties sharing their mean rank, in arrays that serve one series after another.
///
/// They are held as whole numbers, doubled and moved so that their mean is 0: sums of products are exact.
///
/// Each value becomes a whole number of 22 bits (16 where they are few) that grows with it, its key; two passes of a
/// radix sort put these in order. Values that get the same key are compared themselves. Whatever the values, the
/// order is exact.
final class Ranks {
    private static final int BITS = 11;

    /// For few values: counting more buckets than values would take longer than anything else.
    private static final int BITS_OF_FEW = 8;

    private static final int FEW = 1 << BITS;

    /// Values with one key are told apart by finer keys, packed together with their place. What is left for these
    /// are whole numbers that a double holds exactly.
    private static final int FEWEST_PLACE_BITS = 18;

    /// Differences below it are multiplied by [#MAGNIFIED], so that their inverse is a number.
    private static final double TINY = 1e-280;

    private static final double MAGNIFIED = 0x1p500;

    private final int[] low = new int[1 << BITS];
    private final int[] high = new int[1 << BITS];
    private final int[] centered;
    /// By place.
    private final int[] keys;
    /// Places, ordered by the lower half of their keys.
    private final int[] halfway;
    /// Keys in order.
    private final int[] ordered;
    /// Values with the same key, packed.
    private long[] together = {};
    private final int placeBits;
    private final long placeMask;
    private int bits = BITS;
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
        keys = new int[most];
        halfway = new int[most];
        ordered = new int[most];
        placeBits = Math.max(FEWEST_PLACE_BITS, Integer.SIZE - Integer.numberOfLeadingZeros(most));
        placeMask = (1L << placeBits) - 1;
    }

    /// @param values finite
    static Ranks of(double[] values) {
        return new Ranks(values.length).rank(values, 0, values.length);
    }

    /// Ranks the values of a range; what was ranked before is forgotten.
    ///
    /// @throws IllegalArgumentException when one of them is not finite
    Ranks rank(double[] series, int from, int to) {
        count = to - from;
        bits = count < FEW ? BITS_OF_FEW : BITS;
        squares = squares(count);
        min = Double.NaN;
        max = Double.NaN;
        if (count == 0) {
            return this;
        }
        findBounds(series, from, to);
        if (min == max) {
            // NaN is passed over by the bounds.
            for (int i = from; i < to; i++) {
                requireFinite(series[i]);
            }
            Arrays.fill(centered, 0, count, 0);
            squares = 0;
            return this;
        }
        findKeys(series, from, new Scale(min, max, 2 * bits));
        distribute();
        separate(series, from);
        return this;
    }

    /// Of so many different values: the sum of (2i − n − 1)² is n(n² − 1)/3. So much is missing where as many are
    /// equal.
    private static long squares(long values) {
        return values * (values * values - 1) / 3;
    }

    private void findBounds(double[] series, int from, int to) {
        double least = series[from];
        double largest = least;
        for (int i = from + 1; i < to; i++) {
            double value = series[i];
            least = value < least ? value : least;
            largest = value > largest ? value : largest;
        }
        requireFinite(least);
        requireFinite(largest);
        min = least;
        max = largest;
    }

    private static void requireFinite(double value) {
        if (!(Math.abs(value) <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException("a series with " + value + " cannot be ranked");
        }
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

    private int buckets() {
        return 1 << bits;
    }

    /// Of the lower half of a key.
    private int mask() {
        return buckets() - 1;
    }

    private void findKeys(double[] series, int from, Scale scale) {
        Arrays.fill(low, 0, buckets(), 0);
        Arrays.fill(high, 0, buckets(), 0);
        double unit = scale.unit();
        double offset = scale.offset();
        double factor = scale.factor();
        int[] found = keys;
        int[] lows = low;
        int[] highs = high;
        int size = count;
        int shift = bits;
        int mask = mask();
        for (int i = 0; i < size; i++) {
            int key = (int) ((series[from + i] * unit - offset) * factor);
            found[i] = key;
            lows[key & mask]++;
            highs[key >>> shift]++;
        }
    }

    /// Sorts by the keys, and ranks as if no two were equal.
    private void distribute() {
        starts(low);
        starts(high);
        int[] found = keys;
        int[] half = halfway;
        int[] lows = low;
        int[] highs = high;
        int size = count;
        int shift = bits;
        int mask = mask();
        for (int i = 0; i < size; i++) {
            half[lows[found[i] & mask]++] = i;
        }
        int[] sorted = ordered;
        int[] ranks = centered;
        for (int i = 0; i < size; i++) {
            int place = half[i];
            int key = found[place];
            int position = highs[key >>> shift]++;
            sorted[position] = key;
            ranks[place] = 2 * position + 1 - size;
        }
    }

    private void starts(int[] counts) {
        int start = 0;
        int buckets = buckets();
        for (int i = 0; i < buckets; i++) {
            int size = counts[i];
            counts[i] = start;
            start += size;
        }
    }

    /// Ranks those with the same key by their values.
    private void separate(double[] series, int from) {
        int[] sorted = ordered;
        int last = count - 1;
        for (int first = 0; first < last; first++) {
            // Nearly always: a value of its own.
            if (sorted[first] == sorted[first + 1]) {
                int end = first + 2;
                while (end <= last && sorted[end] == sorted[first]) {
                    end++;
                }
                if (gather(series, from, sorted[first], end - first)) {
                    tie(first, 0, end - first);
                } else {
                    compare(series, from, first, 0, end - first);
                }
                first = end - 1;
            }
        }
    }

    /// Finds the places with a key: they are among those with the same lower half.
    ///
    /// @return whether their values are equal
    private boolean gather(double[] series, int from, int key, int number) {
        if (together.length < number) {
            together = new long[number];
        }
        int lower = key & mask();
        int at = lower == 0 ? 0 : low[lower - 1];
        double value = Double.NaN;
        int differing = 0;
        for (int found = 0; found < number; at++) {
            int place = halfway[at];
            if (keys[place] == key) {
                differing += series[from + place] == value ? 0 : 1;
                value = series[from + place];
                together[found++] = place;
            }
        }
        return differing == 1;
    }

    /// Ranks a stretch of values that have one key so far.
    ///
    /// @param rank how many values are less than all that are together
    private void rankTogether(double[] series, int from, int rank, int start, int end) {
        if (areEqual(series, from, start, end)) {
            tie(rank, start, end);
        } else {
            compare(series, from, rank, start, end);
        }
    }

    private boolean areEqual(double[] series, int from, int start, int end) {
        double value = series[from + place(start)];
        for (int i = start + 1; i < end; i++) {
            if (series[from + place(i)] != value) {
                return false;
            }
        }
        return true;
    }

    private int place(int index) {
        return (int) (together[index] & placeMask);
    }

    /// Different values with the same key get finer ones, between bounds of their own.
    private void compare(double[] series, int from, int rank, int start, int end) {
        double least = Double.POSITIVE_INFINITY;
        double largest = Double.NEGATIVE_INFINITY;
        for (int i = start; i < end; i++) {
            double value = series[from + place(i)];
            least = Math.min(least, value);
            largest = Math.max(largest, value);
        }
        // NaN was passed over by the bounds of all, but has the key of the least.
        requireFinite(least);
        Scale scale = new Scale(least, largest, Long.SIZE - 1 - placeBits);
        for (int i = start; i < end; i++) {
            together[i] = scale.key(series[from + place(i)]) << placeBits | place(i);
        }
        Arrays.sort(together, start, end);
        for (int first = start; first < end; ) {
            long key = together[first] >>> placeBits;
            int next = first + 1;
            while (next < end && together[next] >>> placeBits == key) {
                next++;
            }
            rankTogether(series, from, rank, first, next);
            first = next;
        }
    }

    private void tie(int rank, int start, int end) {
        // Ranks from + 1 to `to`: twice their mean is from + 1 + to; twice the mean of all is count + 1.
        int centre = 2 * rank + start + end - count;
        for (int i = start; i < end; i++) {
            centered[place(i)] = centre;
        }
        squares -= squares(end - start);
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
        this.keys = new int[0];
        this.halfway = new int[0];
        this.ordered = new int[0];
        this.placeBits = 1;
        this.placeMask = 1;
    }
}
