package io.github.parallelvalidation.backtest;

import java.util.Arrays;

/// The ranks of a series, ties sharing their mean rank, in arrays that serve one series after another.
///
/// They are held as whole numbers, doubled and moved so that their mean is 0: sums of products are exact.
///
/// The series is cut into 2²² equal intervals between its least and its largest value and sorted by them in two passes
/// of a radix sort; where several values fall into one interval, they are compared or cut again. Whatever the values,
/// the order is exact.
final class Ranks {
    private static final int BITS = 11;
    private static final int BUCKETS = 1 << BITS;
    private static final int MASK = BUCKETS - 1;
    private static final double LAST_INTERVAL = (1 << (2 * BITS)) - 1;

    /// So many values of one interval are sorted by comparing them.
    private static final int FEW = 24;

    private final int[] low = new int[BUCKETS];
    private final int[] high = new int[BUCKETS];
    private final int[] centered;
    private final double[] values;
    /// The interval of a value in the upper, its place in the lower half.
    private final long[] sorted;
    private final long[] spare;
    private int count;
    private long squares;

    /// @param most values of a series
    Ranks(int most) {
        centered = new int[most];
        values = new double[most];
        sorted = new long[most];
        spare = new long[most];
    }

    /// @param values finite
    static Ranks of(double[] values) {
        return new Ranks(values.length).rank(values, 0, values.length);
    }

    /// Ranks the values of a range, which are finite; what was ranked before is forgotten.
    Ranks rank(double[] series, int from, int to) {
        count = to - from;
        squares = 0;
        System.arraycopy(series, from, values, 0, count);
        for (int i = 0; i < count; i++) {
            sorted[i] = i;
        }
        order(0, count);
        return this;
    }

    private void order(int from, int to) {
        double least = Double.POSITIVE_INFINITY;
        double largest = Double.NEGATIVE_INFINITY;
        for (int i = from; i < to; i++) {
            double value = values[(int) sorted[i]];
            least = Math.min(least, value);
            largest = Math.max(largest, value);
        }
        if (least == largest) {
            tie(from, to);
        } else if (to - from <= FEW) {
            insert(from, to);
            ties(from, to);
        } else {
            distribute(from, to, least, largest);
            intervals(from, to);
        }
    }

    private void distribute(int from, int to, double least, double largest) {
        Arrays.fill(low, 0);
        Arrays.fill(high, 0);
        // Halves, because the whole distance may be beyond the largest number.
        double scale = LAST_INTERVAL / (largest / 2 - least / 2);
        boolean isTooFine = !(scale <= Double.MAX_VALUE);
        for (int i = from; i < to; i++) {
            int place = (int) sorted[i];
            double value = values[place];
            int interval = isTooFine
                    ? (value > least ? 1 : 0)
                    : (int) Math.min(LAST_INTERVAL, (value / 2 - least / 2) * scale);
            sorted[i] = (long) interval << Integer.SIZE | place;
            low[interval & MASK]++;
            high[interval >>> BITS]++;
        }
        starts(low, from);
        starts(high, from);
        for (int i = from; i < to; i++) {
            long entry = sorted[i];
            spare[low[(int) (entry >>> Integer.SIZE) & MASK]++] = entry;
        }
        for (int i = from; i < to; i++) {
            long entry = spare[i];
            sorted[high[(int) (entry >>> (Integer.SIZE + BITS))]++] = entry;
        }
    }

    private static void starts(int[] counts, int from) {
        int start = from;
        for (int i = 0; i < BUCKETS; i++) {
            int size = counts[i];
            counts[i] = start;
            start += size;
        }
    }

    private void intervals(int from, int to) {
        for (int first = from; first < to; ) {
            long interval = sorted[first] >>> Integer.SIZE;
            int end = first + 1;
            while (end < to && sorted[end] >>> Integer.SIZE == interval) {
                end++;
            }
            if (end - first == 1) {
                tie(first, end);
            } else {
                order(first, end);
            }
            first = end;
        }
    }

    private void insert(int from, int to) {
        for (int i = from + 1; i < to; i++) {
            long entry = sorted[i];
            double value = values[(int) entry];
            int at = i;
            while (at > from && values[(int) sorted[at - 1]] > value) {
                sorted[at] = sorted[at - 1];
                at--;
            }
            sorted[at] = entry;
        }
    }

    private void ties(int from, int to) {
        for (int first = from; first < to; ) {
            double value = values[(int) sorted[first]];
            int end = first + 1;
            while (end < to && values[(int) sorted[end]] == value) {
                end++;
            }
            tie(first, end);
            first = end;
        }
    }

    private void tie(int from, int to) {
        // Ranks from + 1 to `to`: twice their mean is from + 1 + to; twice the mean of all is count + 1.
        int rank = from + to - count;
        for (int i = from; i < to; i++) {
            centered[(int) sorted[i]] = rank;
        }
        squares += (long) rank * rank * (to - from);
    }

    int count() {
        return count;
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
        return new Ranks(Arrays.copyOf(centered, count), count, squares);
    }

    private Ranks(int[] centered, int count, long squares) {
        this.centered = centered;
        this.count = count;
        this.squares = squares;
        this.values = new double[0];
        this.sorted = new long[0];
        this.spare = new long[0];
    }
}
