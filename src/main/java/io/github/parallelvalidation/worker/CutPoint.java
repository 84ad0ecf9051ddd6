package io.github.parallelvalidation.worker;

import io.github.parallelvalidation.data.Bars;
import io.github.parallelvalidation.data.Timeframe;
import io.github.parallelvalidation.strategy.ProgramOutput;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;

/// Chooses where bars are cut for the look-ahead check: near a wanted bar, in the middle of a day, a week and a month,
/// for a program that reads on to the end of its day would look honest at midnight; and just behind an entry, for a
/// program that reads one bar further shows it at the last bar alone, and there only if it gave a signal.
record CutPoint(Bars bars, ProgramOutput output, int start) {
    private static final int MORNING = 7;
    private static final int EVENING = 17;
    /// The search ends after this share of the window.
    private static final int SHARE = 8;

    /// How many bars to keep, so that about this share of the window is kept.
    int near(double share) {
        int last = bars.length() - 1;
        int wanted = Math.clamp(start + Math.round(share * (bars.length() - start)), 1, Math.max(1, last));
        int end = Math.min(last, wanted + Math.max(1, (bars.length() - start) / SHARE));
        int best = wanted;
        int bestMarks = marks(wanted);
        for (int cut = wanted + 1; cut <= end; cut++) {
            int marks = marks(cut);
            if (marks > bestMarks) {
                best = cut;
                bestMarks = marks;
            }
        }
        return best;
    }

    private int marks(int cut) {
        int bar = cut - 1;
        double score = output.score()[bar];
        boolean says = Double.isFinite(score) && score != 0;
        boolean enters = output.longs().filter(longs -> longs[bar]).isPresent()
                || output.shorts().filter(shorts -> shorts[bar]).isPresent();
        return (enters ? 4 : 0) + (isInside(bars.time()[cut]) ? 2 : 0) + (says ? 1 : 0);
    }

    private boolean isInside(long millis) {
        ZonedDateTime time = Instant.ofEpochMilli(millis).atZone(ZoneOffset.UTC);
        boolean inMonth = time.getDayOfMonth() > 1;
        boolean inWeek = bars.timeframe().millis() > Timeframe.D1.millis() || time.getDayOfWeek() != DayOfWeek.MONDAY;
        boolean inDay = bars.timeframe().millis() >= Timeframe.D1.millis()
                || (time.getHour() >= MORNING && time.getHour() < EVENING);
        return inMonth && inWeek && inDay;
    }
}
