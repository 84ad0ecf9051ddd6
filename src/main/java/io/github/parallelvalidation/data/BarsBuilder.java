package io.github.parallelvalidation.data;

import java.util.Arrays;

/// Grows the columns of [Bars] row by row.
final class BarsBuilder {
    private static final int FIRST_SIZE = 8192;

    private int size;
    private long[] time = new long[FIRST_SIZE];
    private final double[][] columns = new double[5][FIRST_SIZE];

    int size() {
        return size;
    }

    long lastTime() {
        return time[size - 1];
    }

    void add(long at, double open, double high, double low, double close, double volume) {
        if (size == time.length) {
            time = Arrays.copyOf(time, size * 2);
            for (int i = 0; i < columns.length; i++) {
                columns[i] = Arrays.copyOf(columns[i], size * 2);
            }
        }
        time[size] = at;
        columns[0][size] = open;
        columns[1][size] = high;
        columns[2][size] = low;
        columns[3][size] = close;
        columns[4][size] = volume;
        size++;
    }

    Bars build(String symbol, Timeframe timeframe, String source) {
        return new Bars(
                symbol,
                timeframe,
                source,
                Arrays.copyOf(time, size),
                Arrays.copyOf(columns[0], size),
                Arrays.copyOf(columns[1], size),
                Arrays.copyOf(columns[2], size),
                Arrays.copyOf(columns[3], size),
                Arrays.copyOf(columns[4], size));
    }
}
