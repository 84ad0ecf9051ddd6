package io.github.parallelvalidation.backtest;

import java.util.Arrays;

/// The sort permutation of a series, and which of its values are equal. A radix sort, because it gives the permutation
/// as well as the values and is fast from its first call on: `Arrays.sort` has to be compiled first, which costs a
/// short-lived process more than the sorting.
final class SortOrder {
    private static final int BITS = 11;
    private static final int DIGITS = (Long.SIZE + BITS - 1) / BITS;
    private static final int BUCKETS = 1 << BITS;

    private final long[] keys;
    private final int[] places;

    private SortOrder(long[] keys, int[] places) {
        this.keys = keys;
        this.places = places;
    }

    /// @param values not NaN; -0.0 and 0.0 are one value
    static SortOrder of(double[] values) {
        int n = values.length;
        long[] keys = new long[n];
        int[] places = new int[n];
        int[][] counts = new int[DIGITS][BUCKETS];
        for (int i = 0; i < n; i++) {
            long key = key(values[i]);
            keys[i] = key;
            places[i] = i;
            for (int digit = 0; digit < DIGITS; digit++) {
                counts[digit][bucket(key, digit)]++;
            }
        }
        SortOrder sorted = new SortOrder(keys, places);
        SortOrder spare = new SortOrder(new long[n], new int[n]);
        for (int digit = 0; digit < DIGITS; digit++) {
            if (n > 0 && counts[digit][bucket(keys[0], digit)] < n) {
                sorted.distribute(digit, counts[digit], spare);
                SortOrder emptied = sorted;
                sorted = spare;
                spare = emptied;
            }
        }
        return sorted;
    }

    /// A whole number that sorts like the value.
    private static long key(double value) {
        long bits = Double.doubleToRawLongBits(value + 0.0);
        return bits ^ ((bits >> (Long.SIZE - 1)) | Long.MIN_VALUE);
    }

    private static int bucket(long key, int digit) {
        return (int) (key >>> (digit * BITS)) & (BUCKETS - 1);
    }

    private void distribute(int digit, int[] counts, SortOrder target) {
        int start = 0;
        for (int i = 0; i < BUCKETS; i++) {
            int count = counts[i];
            counts[i] = start;
            start += count;
        }
        for (int i = 0; i < keys.length; i++) {
            int to = counts[bucket(keys[i], digit)]++;
            target.keys[to] = keys[i];
            target.places[to] = places[i];
        }
    }

    /// The order within each of several stretches of the series, whose own places begin with 0.
    ///
    /// @param bounds where the stretches begin, and where the last one ends
    SortOrder[] split(int[] bounds) {
        SortOrder[] parts = new SortOrder[bounds.length - 1];
        short[] partOf = new short[keys.length];
        int[] filled = new int[parts.length];
        for (int part = 0; part < parts.length; part++) {
            int length = bounds[part + 1] - bounds[part];
            parts[part] = new SortOrder(new long[length], new int[length]);
            Arrays.fill(partOf, bounds[part], bounds[part + 1], (short) part);
        }
        for (int rank = 0; rank < keys.length; rank++) {
            int place = places[rank];
            int part = partOf[place];
            int to = filled[part]++;
            parts[part].keys[to] = keys[rank];
            parts[part].places[to] = place - bounds[part];
        }
        return parts;
    }

    /// Whole numbers that sort like the values, sorted.
    long[] keys() {
        return keys;
    }

    /// The sort permutation: the index in the series of each sorted value.
    int[] places() {
        return places;
    }
}
