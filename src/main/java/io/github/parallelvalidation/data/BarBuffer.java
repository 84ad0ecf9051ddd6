package io.github.parallelvalidation.data;

import java.util.Arrays;

/// Collects bars in columns and forgets those that are too old to be needed, so that a long file costs no
/// more memory than the part of it that is used.
final class BarBuffer implements BarSink {
    private static final int START = 4096;

    private final History history;
    private int length;
    private long[] time = new long[START];
    private final double[][] columns = new double[5][START];

    BarBuffer(History history) {
        this.history = history;
    }

    @Override
    public void add(long at, double open, double high, double low, double close, double volume, long line) {
        if (length == time.length) {
            makeRoom();
        }
        time[length] = at;
        columns[0][length] = open;
        columns[1][length] = high;
        columns[2][length] = low;
        columns[3][length] = close;
        columns[4][length] = volume;
        length++;
    }

    private void makeRoom() {
        int first = history.firstNeeded(time, length);
        if (first >= length / 2) {
            keepFrom(first, length);
        } else {
            keepFrom(first, length + (length >> 1));
        }
    }

    private void keepFrom(int first, int capacity) {
        int kept = length - first;
        time = Arrays.copyOf(Arrays.copyOfRange(time, first, length), Math.max(capacity, kept));
        for (int i = 0; i < columns.length; i++) {
            columns[i] = Arrays.copyOf(Arrays.copyOfRange(columns[i], first, length), Math.max(capacity, kept));
        }
        length = kept;
    }

    Bars bars(String symbol, Timeframe timeframe, String source) {
        int first = history.firstNeeded(time, length);
        keepFrom(first, length - first);
        return new Bars(symbol, timeframe, source, time, columns[0], columns[1], columns[2], columns[3], columns[4]);
    }
}
