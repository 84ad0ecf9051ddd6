package io.github.parallelvalidation.ui.model;

import io.github.parallelvalidation.display.Figures;
import io.github.parallelvalidation.display.NoiseText;
import io.github.parallelvalidation.journal.RunOutcome;
import io.github.parallelvalidation.number.PlainNumber;
import io.github.parallelvalidation.result.RunSummary;
import io.github.parallelvalidation.run.Pace;
import io.github.parallelvalidation.run.RunSentence;
import io.github.parallelvalidation.run.RunSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// The text and progress bar below the tiles: the progress of the run, or its outcome.
///
/// @param fraction 0 to 1 of the progress bar
/// @param isOn whether a run is on, and there is progress to show
public record RunLine(double fraction, String text, boolean isOn) {
    private static final int SECONDS_OF_MINUTE = 60;

    static RunLine beforeAny(int waiting) {
        return new RunLine(
                0,
                waiting == 0
                        ? "Nothing has been run yet."
                        : "Nothing has been run yet; " + Figures.many(waiting) + (waiting == 1 ? " waits." : " wait."),
                false);
    }

    public static RunLine finished(RunOutcome outcome) {
        int planned = outcome.plan().strategies().size();
        double share = planned == 0 ? 0 : (double) outcome.strategies().size() / planned;
        return new RunLine(share, (outcome.cancelled() ? "Cancelled. " : "") + RunSentence.of(outcome), false);
    }

    public static RunLine running(RunSnapshot snapshot, Instant now) {
        return switch (snapshot.phase()) {
            case PLANNING -> new RunLine(0, "reading the workspace", true);
            case RUNNING -> new RunLine(fraction(snapshot), counts(snapshot, now), true);
            case CANCELLING -> new RunLine(fraction(snapshot), "cancelling · " + counts(snapshot, now), true);
            case MERGING, FINISHED -> new RunLine(1, "merging results · " + counts(snapshot, now), true);
        };
    }

    private static double fraction(RunSnapshot snapshot) {
        return snapshot.planned() == 0 ? 0 : (double) snapshot.finished().size() / snapshot.planned();
    }

    private static String counts(RunSnapshot snapshot, Instant now) {
        RunSummary summary = snapshot.summary();
        List<String> parts = new ArrayList<>();
        parts.add(snapshot.finished().size() + " of " + snapshot.planned());
        add(parts, summary.passed(), "passed");
        add(parts, summary.failed() - summary.unjudged(), "failed");
        add(parts, summary.unjudged(), "could not be judged");
        add(parts, summary.timeout(), "timed out");
        add(parts, summary.error(), "in error");
        double wall = Duration.between(snapshot.startedAt(), now).toMillis() / 1000.0;
        parts.add(Figures.seconds(Math.max(0, wall)) + ", "
                + Figures.seconds(snapshot.timing(wall).sequentialEquivalentSeconds()) + " one by one");
        if (snapshot.phase() == RunSnapshot.Phase.RUNNING) {
            snapshot.pace(wall).map(RunLine::words).ifPresent(parts::add);
        }
        if (summary.luck() != null) {
            parts.add(NoiseText.briefly(summary.luck()));
        }
        return String.join(" · ", parts);
    }

    private static String words(Pace pace) {
        String rate = pace.perSecond() >= 1
                ? PlainNumber.fixed(pace.perSecond(), 1) + " a second"
                : PlainNumber.fixed(SECONDS_OF_MINUTE * pace.perSecond(), 1) + " a minute";
        return rate + ", " + Figures.seconds(pace.secondsLeft()) + " left";
    }

    private static void add(List<String> parts, int count, String word) {
        if (count > 0) {
            parts.add(count + " " + word);
        }
    }
}
