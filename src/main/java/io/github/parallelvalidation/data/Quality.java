package io.github.parallelvalidation.data;

import io.github.parallelvalidation.number.Counted;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Data-quality statistics of the loaded bars. Nothing was changed or filled in.
///
/// @param first open time of the first bar, epoch milliseconds
/// @param last open time of the last bar
/// @param duplicates rows that repeat the bar before them, and were dropped
/// @param zeroVolume bars in which nothing was traded
/// @param outliers closes that moved by more than [#LIMIT] robust standard deviations
public record Quality(long first, long last, Gaps gaps, int duplicates, int zeroVolume, Outliers outliers) {

    /// Gaps: stretches where bars are missing.
    ///
    /// @param missingBars how many bars are missing there
    /// @param longest bars missing in the longest gap
    /// @param longestEnd when that one ends, epoch milliseconds
    public record Gaps(int count, long missingBars, long longest, long longestEnd) {
        private static Gaps in(long[] time, Timeframe timeframe) {
            int gaps = 0;
            long missing = 0;
            long longest = 0;
            long longestEnd = 0;
            for (int i = 1; i < time.length; i++) {
                long between = timeframe.missing(time[i] - time[i - 1]);
                if (timeframe.isGap(time[i] - time[i - 1])) {
                    gaps++;
                    missing += between;
                    if (between > longest) {
                        longest = between;
                        longestEnd = time[i];
                    }
                }
            }
            return new Gaps(gaps, missing, longest, longestEnd);
        }
    }

    /// In sound files a few bars in 10,000 are beyond it.
    public static final double LIMIT = 20;

    /// A log return, of a rise to the hundredfold.
    private static final double FAR_RISE = Math.log(100);

    static Quality of(Bars bars, int duplicates) {
        long[] time = bars.time();
        int idle = 0;
        for (double volume : bars.volume()) {
            idle += volume == 0 ? 1 : 0;
        }
        return new Quality(
                time.length == 0 ? 0 : time[0],
                time.length == 0 ? 0 : time[time.length - 1],
                Gaps.in(time, bars.timeframe()),
                duplicates,
                idle,
                Outliers.of(bars, LIMIT));
    }

    /// A sentence for each thing that is worth a look.
    public List<String> remarks() {
        List<String> remarks = new ArrayList<>();
        if (gaps.count() > 0) {
            remarks.add(String.format(
                    Locale.ROOT,
                    "%s missing in %s, the longest of %d before %s",
                    Counted.of(gaps.missingBars(), "bar is", "bars are"),
                    Counted.of(gaps.count(), "gap", "gaps"),
                    gaps.longest(),
                    Instant.ofEpochMilli(gaps.longestEnd())));
        }
        if (outliers.count() > 0) {
            remarks.add(String.format(
                    Locale.ROOT,
                    "%s moved by more than %.0f robust standard deviations, the farthest by %s at %s",
                    Counted.of(outliers.count(), "close", "closes"),
                    LIMIT,
                    move(outliers.largest()),
                    Instant.ofEpochMilli(outliers.largestTime())));
        }
        return remarks;
    }

    /// Percent are no help where they have many digits.
    private static String move(double logReturn) {
        return logReturn < FAR_RISE
                ? String.format(Locale.ROOT, "%+.1f %%", Math.expm1(logReturn) * 100)
                : String.format(Locale.ROOT, "a factor of %.3g", Math.exp(logReturn));
    }
}
