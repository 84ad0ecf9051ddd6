package io.github.parallelvalidation.data;

import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;

/// How far back bars are loaded.
///
/// @param period the calendar time that counts, ending at the last bar
/// @param warmupBars bars before it
public record Lookback(Period period, int warmupBars) {

    /// Bars count when they open after this instant.
    ///
    /// @param last open time of the last bar, epoch milliseconds
    public long start(long last) {
        return Instant.ofEpochMilli(last)
                .atZone(ZoneOffset.UTC)
                .minus(period)
                .toInstant()
                .toEpochMilli();
    }

    /// The index of the first bar that counts.
    public int windowStart(Bars bars) {
        return bars.length() == 0 ? 0 : after(bars.time(), bars.length(), start(bars.time()[bars.length() - 1]));
    }

    /// The index of the first time after an instant.
    static int after(long[] time, int length, long instant) {
        int low = 0;
        int high = length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (time[middle] > instant) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
