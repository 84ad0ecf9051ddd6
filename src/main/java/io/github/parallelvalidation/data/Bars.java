package io.github.parallelvalidation.data;

import java.time.Instant;
import java.util.Arrays;

/// Price bars in columns, oldest first. The arrays are shared, not copied: they are large, and nobody changes them.
///
/// @param symbol as the strategy writes it
/// @param source the file or files they came from
/// @param time bar open times, epoch milliseconds, strictly increasing
/// @param volume in units of the base asset
@SuppressWarnings("ArrayRecordComponent")
public record Bars(
        String symbol,
        Timeframe timeframe,
        String source,
        long[] time,
        double[] open,
        double[] high,
        double[] low,
        double[] close,
        double[] volume) {

    public int size() {
        return time.length;
    }

    public Instant timeOf(int bar) {
        return Instant.ofEpochMilli(time[bar]);
    }

    /// Places where at least one bar is missing.
    public int gaps() {
        int gaps = 0;
        for (int i = 1; i < time.length; i++) {
            gaps += time[i] - time[i - 1] > timeframe.millis() ? 1 : 0;
        }
        return gaps;
    }

    /// The bars from `first` to before `end`.
    public Bars slice(int first, int end) {
        return new Bars(
                symbol,
                timeframe,
                source,
                Arrays.copyOfRange(time, first, end),
                Arrays.copyOfRange(open, first, end),
                Arrays.copyOfRange(high, first, end),
                Arrays.copyOfRange(low, first, end),
                Arrays.copyOfRange(close, first, end),
                Arrays.copyOfRange(volume, first, end));
    }

    /// No bars at all: what an expression is checked on before there are data.
    public static Bars none(String symbol, Timeframe timeframe) {
        double[] empty = {};
        return new Bars(symbol, timeframe, "", new long[0], empty, empty, empty, empty, empty);
    }
}
