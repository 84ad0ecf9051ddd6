package io.github.parallelvalidation.data;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What is odd about the bars that were loaded. Nothing of it was changed or filled in.
///
/// @param first open time of the first bar, epoch milliseconds
/// @param last open time of the last bar
/// @param gaps places where bars are missing
/// @param missingBars how many bars are missing there
/// @param longestGap bars missing in the longest gap, which ends at `longestGapEnd`
/// @param duplicates rows that said again what a bar said, and were dropped
/// @param zeroVolume bars in which nothing was traded
/// @param outliers closes that moved by more than [#LIMIT] robust standard deviations, see [Outliers]
/// @param largestMove the largest of these as log return, 0 where there is none; at `largestMoveTime`
public record Quality(
        long first,
        long last,
        int gaps,
        long missingBars,
        long longestGap,
        long longestGapEnd,
        int duplicates,
        int zeroVolume,
        int outliers,
        double largestMove,
        long largestMoveTime) {

    /// In sound files a few bars in 10,000 are beyond it.
    public static final double LIMIT = 20;

    static Quality of(Bars bars, int duplicates) {
        long[] time = bars.time();
        long step = bars.timeframe().millis();
        int gaps = 0;
        long missing = 0;
        long longest = 0;
        long longestEnd = 0;
        for (int i = 1; i < time.length; i++) {
            long between = (time[i] - time[i - 1] - 1) / step;
            if (time[i] - time[i - 1] > step) {
                gaps++;
                missing += between;
                if (between > longest) {
                    longest = between;
                    longestEnd = time[i];
                }
            }
        }
        int idle = 0;
        for (double volume : bars.volume()) {
            idle += volume == 0 ? 1 : 0;
        }
        Outliers outliers = Outliers.of(bars, LIMIT);
        return new Quality(
                time.length == 0 ? 0 : time[0],
                time.length == 0 ? 0 : time[time.length - 1],
                gaps,
                missing,
                longest,
                longestEnd,
                duplicates,
                idle,
                outliers.count(),
                outliers.largest(),
                outliers.largestTime());
    }

    /// A sentence for each thing that is worth a look.
    public List<String> remarks() {
        List<String> remarks = new ArrayList<>();
        if (gaps > 0) {
            remarks.add(String.format(
                    Locale.ROOT,
                    "%d bars are missing in %d gaps, the longest of %d before %s",
                    missingBars,
                    gaps,
                    longestGap,
                    Instant.ofEpochMilli(longestGapEnd)));
        }
        if (outliers > 0) {
            remarks.add(String.format(
                    Locale.ROOT,
                    "%d closes moved by more than %.0f robust standard deviations, the farthest by %+.1f %% at %s",
                    outliers,
                    LIMIT,
                    Math.expm1(largestMove) * 100,
                    Instant.ofEpochMilli(largestMoveTime)));
        }
        return remarks;
    }
}
