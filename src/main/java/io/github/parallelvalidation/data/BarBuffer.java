package io.github.parallelvalidation.data;

/// Collects bars in columns and forgets those that are too old to be needed, so that a long file costs no
/// more memory than the part of it that is used.
final class BarBuffer implements BarSink {
    private static final int START = 4096;

    private final History history;
    private int length;
    private boolean isTrimmed;
    private long[] time = new long[START];
    private final double[][] columns = new double[5][START];
    private final Times duplicates = new Times();

    BarBuffer(History history) {
        this.history = history;
    }

    @Override
    public void add(long at, double open, double high, double low, double close, double volume) {
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

    @Override
    public void duplicate(long at) {
        duplicates.add(at);
    }

    private void makeRoom() {
        int first = history.firstNeeded(time, length);
        if (first >= length / 2) {
            keepFrom(first, length);
            isTrimmed = true;
            duplicates.dropBefore(time[0]);
        } else {
            keepFrom(first, length + (length >> 1));
        }
    }

    private void keepFrom(int first, int capacity) {
        int kept = length - first;
        int room = Math.max(capacity, kept);
        long[] times = new long[room];
        System.arraycopy(time, first, times, 0, kept);
        time = times;
        for (int i = 0; i < columns.length; i++) {
            double[] column = new double[room];
            System.arraycopy(columns[i], first, column, 0, kept);
            columns[i] = column;
        }
        length = kept;
    }

    /// Whether more bars came than are needed, so that none can be missing at the beginning.
    boolean isEnough() {
        return isTrimmed || history.firstNeeded(time, length) > 0;
    }

    Bars bars(String symbol, Timeframe timeframe, String source) {
        int first = history.firstNeeded(time, length);
        keepFrom(first, length - first);
        int repeated = length == 0 ? 0 : duplicates.from(time[0]);
        return new Bars(
                symbol, timeframe, source, time, columns[0], columns[1], columns[2], columns[3], columns[4], repeated);
    }
}
