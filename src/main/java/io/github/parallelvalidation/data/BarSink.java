package io.github.parallelvalidation.data;

/// Receives bars one by one, oldest first.
interface BarSink {

    /// @param time open time, epoch milliseconds
    void add(long time, double open, double high, double low, double close, double volume);

    /// Takes note of a row that says again what the last bar said.
    default void duplicate(long time) {}
}
