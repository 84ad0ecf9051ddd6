package io.github.parallelvalidation.cli;

import io.github.parallelvalidation.display.Figures;
import io.github.parallelvalidation.journal.RunningAttempt;
import io.github.parallelvalidation.supervise.ProgressLine;
import io.github.parallelvalidation.workspace.Printable;
import java.time.Instant;

/// One line about a worker that is running.
final class RunningLine {
    private RunningLine() {}

    static String of(RunningAttempt attempt, Instant now) {
        String variation = attempt.variation().isPresent()
                ? ", parameter variation " + attempt.variation().getAsInt()
                : "";
        return "%s %s: attempt %d%s, %s%s of at most %s, %s"
                .formatted(
                        attempt.id().strategy(),
                        attempt.tier(),
                        attempt.id().number(),
                        variation,
                        attempt.progress().map(RunningLine::progress).orElse(""),
                        Figures.seconds(attempt.elapsedSeconds(now)),
                        Figures.seconds(attempt.limitSeconds()),
                        Printable.oneLine(attempt.id().workerId()));
    }

    private static String progress(ProgressLine line) {
        String stage = line.stage().isEmpty() ? "" : " (" + Printable.oneLine(line.stage()) + ")";
        return Figures.percent(line.fraction()) + stage + ", ";
    }
}
