package io.github.parallelvalidation.idea;

import io.github.parallelvalidation.backtest.SignalEvents;
import io.github.parallelvalidation.data.Bars;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// How often signals begin in the window of L0, and when. No returns: this is no trial.
///
/// @param bars of the window
/// @param first opening of its first bar
/// @param last opening of its last
/// @param parts of the window, equal in time, each with what begins in it
public record SignalCount(int longs, int shorts, int bars, Instant first, Instant last, List<Part> parts) {
    /// As many as a narrow strip has places for.
    static final int PARTS = 240;

    public SignalCount {
        parts = List.copyOf(parts);
    }

    /// What begins in a part of the window.
    public record Part(int longs, int shorts) {}

    /// @param start index of the window's first bar
    static SignalCount of(SignalEvents events, Bars bars, int start) {
        long[] time = bars.time();
        int end = bars.length();
        int[] longs = new int[PARTS];
        int[] shorts = new int[PARTS];
        long from = time[start];
        long length = Math.max(1, time[end - 1] - from + 1);
        for (int bar = start; bar < end; bar++) {
            int direction = events.direction(bar);
            if (direction != 0) {
                int part = (int) ((time[bar] - from) * PARTS / length);
                (direction > 0 ? longs : shorts)[part]++;
            }
        }
        List<Part> parts = new ArrayList<>(PARTS);
        for (int i = 0; i < PARTS; i++) {
            parts.add(new Part(longs[i], shorts[i]));
        }
        return new SignalCount(
                events.longs(),
                events.shorts(),
                end - start,
                Instant.ofEpochMilli(from),
                Instant.ofEpochMilli(time[end - 1]),
                parts);
    }

    public int all() {
        return longs + shorts;
    }

    /// "84 signals: 41 long, 43 short, in 4,416 bars from 2023-07-01 to 2023-12-31".
    public String words() {
        return String.format(
                Locale.ROOT,
                "%,d %s: %,d long, %,d short, in %,d bars from %s to %s",
                all(),
                all() == 1 ? "signal" : "signals",
                longs,
                shorts,
                bars,
                day(first),
                day(last));
    }

    private static String day(Instant time) {
        return time.atZone(ZoneOffset.UTC).toLocalDate().toString();
    }
}
