package io.github.parallelvalidation.evidence;

import io.github.parallelvalidation.data.Bars;
import java.util.Arrays;

/// The bars that count for a strategy at a tier, oldest first, as its market is now. Bars before its window are left
/// out.
public final class PriceBars {
    private final Bars bars;
    private final int start;

    /// @param start index of the first bar that counts
    PriceBars(Bars bars, int start) {
        this.bars = bars;
        this.start = start;
    }

    public int count() {
        return bars.length() - start;
    }

    public String symbol() {
        return bars.symbol();
    }

    /// As it is written in a strategy: "1h".
    public String timeframe() {
        return bars.timeframe().label();
    }

    /// When a bar opens, epoch milliseconds.
    public long time(int bar) {
        return bars.time()[start + bar];
    }

    public double open(int bar) {
        return bars.open()[start + bar];
    }

    public double high(int bar) {
        return bars.high()[start + bar];
    }

    public double low(int bar) {
        return bars.low()[start + bar];
    }

    public double close(int bar) {
        return bars.close()[start + bar];
    }

    public double volume(int bar) {
        return bars.volume()[start + bar];
    }

    /// The first bar that opens at an instant or after it; [#count] where none does.
    ///
    /// @param millis epoch milliseconds
    public int atOrAfter(long millis) {
        int found = Arrays.binarySearch(bars.time(), start, bars.length(), millis);
        return (found >= 0 ? found : -found - 1) - start;
    }
}
