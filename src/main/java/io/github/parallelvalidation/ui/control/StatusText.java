package io.github.parallelvalidation.ui.control;

import io.github.parallelvalidation.display.NoiseText;
import io.github.parallelvalidation.journal.RunOutcome;
import io.github.parallelvalidation.result.RunSummary;
import io.github.parallelvalidation.ui.text.Texts;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Words the texts of the status bar.
public final class StatusText {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH);

    private StatusText() {}

    /// "last run 14:30, 3 of 9 passed, 1.9 by luck, 0 to 4"; of those that were run.
    public static String lastRun(RunOutcome outcome, Instant now, ZoneId zone) {
        RunSummary summary = outcome.summary();
        String when = when(outcome.plan().startedAt(), now, zone);
        int all = summary.total();
        String passed = outcome.cancelled()
                ? Texts.of("run.last.cancelled", when, summary.passed(), all)
                : Texts.of("run.last", when, summary.passed(), all);
        return summary.luck() == null ? passed : passed + ", " + NoiseText.briefly(summary.luck());
    }

    public static String alerts(int count) {
        return Texts.counted("run.alerts", count, count);
    }

    /// The time of day for today, else the date as well.
    public static String when(Instant at, Instant now, ZoneId zone) {
        boolean today = at.atZone(zone).toLocalDate().equals(now.atZone(zone).toLocalDate());
        return (today ? TIME : DAY).format(at.atZone(zone));
    }
}
