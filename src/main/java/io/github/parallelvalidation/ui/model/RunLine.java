package io.github.parallelvalidation.ui.model;

import io.github.parallelvalidation.display.Figures;
import io.github.parallelvalidation.display.NoiseText;
import io.github.parallelvalidation.journal.RunOutcome;
import io.github.parallelvalidation.number.PlainNumber;
import io.github.parallelvalidation.result.RunSummary;
import io.github.parallelvalidation.run.Pace;
import io.github.parallelvalidation.run.RunSentence;
import io.github.parallelvalidation.run.RunSnapshot;
import io.github.parallelvalidation.run.Slot;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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

    /// @param picked how many at once were asked for
    public static RunLine running(RunSnapshot snapshot, Instant now, int picked) {
        return switch (snapshot.phase()) {
            case PLANNING -> new RunLine(0, "reading the workspace", true);
            case RUNNING -> new RunLine(fraction(snapshot), counts(snapshot, now, picked), true);
            case CANCELLING -> new RunLine(fraction(snapshot), "cancelling · " + counts(snapshot, now, picked), true);
            case MERGING, FINISHED -> new RunLine(1, "merging results · " + counts(snapshot, now, picked), true);
        };
    }

    private static double fraction(RunSnapshot snapshot) {
        return snapshot.planned() == 0 ? 0 : (double) snapshot.finished().size() / snapshot.planned();
    }

    private static String counts(RunSnapshot snapshot, Instant now, int picked) {
        RunSummary summary = snapshot.summary();
        List<String> parts = new ArrayList<>();
        parts.add(snapshot.finished().size() + " of " + snapshot.planned());
        add(parts, summary.passed(), "passed");
        add(parts, summary.failed() - summary.unjudged(), "failed");
        add(parts, summary.unjudged(), "could not be judged");
        add(parts, summary.timeout(), "timed out");
        add(parts, summary.error(), "in error");
        if (snapshot.phase() == RunSnapshot.Phase.RUNNING) {
            atOnce(snapshot, picked).ifPresent(parts::add);
        }
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

    /// Why fewer workers are seen than were asked for; that there are no more strategies needs no words.
    private static Optional<String> atOnce(RunSnapshot snapshot, int picked) {
        long waiting = snapshot.slots().stream()
                .filter(Slot.Waiting.class::isInstance)
                .count();
        if (waiting > 0) {
            return Optional.of("%d of %d %s for memory"
                    .formatted(waiting, snapshot.workers(), waiting == 1 ? "waits" : "wait"));
        }
        return snapshot.workers() < Math.min(picked, snapshot.planned())
                ? Optional.of(snapshot.workers() + " at once, as the settings say")
                : Optional.empty();
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
