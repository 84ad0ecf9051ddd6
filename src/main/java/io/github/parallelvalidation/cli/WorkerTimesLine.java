package io.github.parallelvalidation.cli;

import io.github.parallelvalidation.display.Figures;
import io.github.parallelvalidation.result.AttemptCard;
import java.util.ArrayList;
import java.util.List;

/// The times of one attempt on one line, for `log_worker_times`. The journal of the run has them in full.
final class WorkerTimesLine {
    /// Less was not noticed by anybody.
    private static final double LEAST_SECONDS = 0.05;

    private WorkerTimesLine() {}

    /// `attempt 1: 0.9 s, processor 0.7 s, waited 0.1 s for one, 77 MB`
    static String of(AttemptCard card) {
        AttemptCard.Usage usage = card.usage();
        List<String> parts = new ArrayList<>(List.of(Figures.seconds(usage.seconds())));
        if (usage.cpuSeconds() > 0) {
            parts.add("processor " + Figures.seconds(usage.cpuSeconds()));
        }
        // That of all its threads is added up.
        double waited = Math.min(usage.waitSeconds(), usage.seconds() - usage.cpuSeconds());
        if (waited >= LEAST_SECONDS) {
            parts.add("waited " + Figures.seconds(waited) + " for one");
        }
        if (usage.peakMemoryMb() > 0) {
            parts.add(usage.peakMemoryMb() + " MB");
        }
        return "attempt %d: %s".formatted(card.number(), String.join(", ", parts));
    }
}
