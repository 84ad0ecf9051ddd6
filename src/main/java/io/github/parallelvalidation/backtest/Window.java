package io.github.parallelvalidation.backtest;

import io.github.parallelvalidation.data.Bars;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Arrays;

/// The bars that count, and those before them on which indicators settle.
///
/// @param bars warm-up and window
/// @param start the first bar of the window
public record Window(Bars bars, int start) {

    /// The bars later than the last bar minus a length of calendar time (UTC), and up to `warmup` bars before them.
    public static Window last(Bars all, Period length, int warmup) {
        Instant last = all.timeOf(all.size() - 1);
        long after = last.atOffset(ZoneOffset.UTC).minus(length).toInstant().toEpochMilli();
        int found = Arrays.binarySearch(all.time(), after);
        int first = found >= 0 ? found + 1 : -found - 1;
        int loaded = Math.max(0, first - warmup);
        return new Window(all.slice(loaded, all.size()), first - loaded);
    }

    /// Bars in the window.
    public int size() {
        return bars.size() - start;
    }
}
