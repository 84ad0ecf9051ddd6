package io.github.parallelvalidation.data;

/// Takes bars one by one, oldest first.
interface BarSink {

    /// @param time open time, epoch milliseconds
    /// @param line where the bar stands in its file, from 1
    void add(long time, double open, double high, double low, double close, double volume, long line);
}
