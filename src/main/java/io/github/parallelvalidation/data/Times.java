package io.github.parallelvalidation.data;

import java.util.Arrays;

/// A growable list of instants in ascending order; an instant may occur more than once.
final class Times {
    private long[] times = new long[16];
    private int length;

    void add(long time) {
        if (length == times.length) {
            times = Arrays.copyOf(times, length * 2);
        }
        times[length++] = time;
    }

    int length() {
        return length;
    }

    void clear() {
        length = 0;
    }

    long get(int index) {
        return times[index];
    }

    /// How many are at an instant or later.
    int from(long instant) {
        int low = 0;
        int high = length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (times[middle] < instant) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return length - low;
    }

    void dropBefore(long instant) {
        int kept = from(instant);
        System.arraycopy(times, length - kept, times, 0, kept);
        length = kept;
    }
}
