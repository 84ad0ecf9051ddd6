package io.github.parallelvalidation.ui.model;

import io.github.parallelvalidation.display.Figures;
import io.github.parallelvalidation.display.NoiseText;
import io.github.parallelvalidation.journal.RunOutcome;
import io.github.parallelvalidation.number.PlainNumber;
import io.github.parallelvalidation.result.RunSummary;
import io.github.parallelvalidation.result.RunTiming;
import io.github.parallelvalidation.run.Pace;
import io.github.parallelvalidation.run.RunElsewhere;
import io.github.parallelvalidation.run.RunSentence;
import io.github.parallelvalidation.run.RunSnapshot;
import io.github.parallelvalidation.run.Slot;
import io.github.parallelvalidation.ui.text.Texts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/// The text and progress bar below the tiles: the progress of the run, or its outcome.
///
/// @param fraction 0 to 1 of the progress bar
/// @param isOn whether a run is on, and there is progress to show
public record RunLine(double fraction, String text, boolean isOn) {
    private static final int SECONDS_OF_MINUTE = 60;

    /// Whether anything was run is not known yet.
    static RunLine reading() {
        return new RunLine(0, Texts.of("line.reading"), false);
    }

    static RunLine beforeAny(int waiting) {
        return new RunLine(
                0,
                waiting == 0 ? Texts.of("line.none") : Texts.counted("line.waiting", waiting, Figures.many(waiting)),
                false);
    }

    public static RunLine finished(RunOutcome outcome) {
        int planned = outcome.plan().strategies().size();
        double share = planned == 0 ? 0 : (double) outcome.strategies().size() / planned;
        String sentence = RunSentence.of(outcome);
        return new RunLine(share, outcome.cancelled() ? Texts.of("line.cancelled", sentence) : sentence, false);
    }

    /// @param picked how many at once were asked for
    public static RunLine running(RunSnapshot snapshot, Instant now, int picked) {
        return switch (snapshot.phase()) {
            case PLANNING -> new RunLine(0, Texts.of("standing.reading"), true);
            case RUNNING -> new RunLine(fraction(snapshot), counts(snapshot, now, picked), true);
            case CANCELLING ->
                new RunLine(fraction(snapshot), Texts.of("line.cancelling", counts(snapshot, now, picked)), true);
            case MERGING, FINISHED -> new RunLine(1, Texts.of("line.merging", counts(snapshot, now, picked)), true);
        };
    }

    static RunLine elsewhere(RunElsewhere run) {
        double share = run.planned() == 0 ? 0 : (double) run.done() / run.planned();
        return new RunLine(
                share,
                Texts.of("line.elsewhere", run.tier(), Figures.many(run.done()), Figures.many(run.planned())),
                true);
    }

    private static double fraction(RunSnapshot snapshot) {
        return snapshot.planned() == 0 ? 0 : (double) snapshot.finished().size() / snapshot.planned();
    }

    private static String counts(RunSnapshot snapshot, Instant now, int picked) {
        RunSummary summary = snapshot.summary();
        List<String> parts = new ArrayList<>();
        parts.add(Texts.of("line.count", snapshot.finished().size(), snapshot.planned()));
        add(parts, summary.passed(), count -> Texts.of("line.passed", count));
        add(parts, summary.failed() - summary.unjudged(), count -> Texts.of("line.failed", count));
        add(parts, summary.unjudged(), count -> Texts.of("line.unjudged", count));
        add(parts, summary.timeout(), count -> Texts.of("line.timeout", count));
        add(parts, summary.error(), count -> Texts.of("line.error", count));
        if (snapshot.phase() == RunSnapshot.Phase.RUNNING) {
            atOnce(snapshot, picked).ifPresent(parts::add);
        }
        RunTiming timing = snapshot.timing(now);
        parts.add(Texts.of(
                "line.times",
                Figures.seconds(timing.wallClockSeconds()),
                Figures.seconds(timing.sequentialEquivalentSeconds())));
        if (snapshot.phase() == RunSnapshot.Phase.RUNNING) {
            snapshot.pace(now).map(RunLine::words).ifPresent(parts::add);
        }
        if (summary.luck() != null) {
            parts.add(NoiseText.briefly(summary.luck()));
        }
        return String.join(" · ", parts);
    }

    /// Why fewer workers are seen than were asked for; that there are no more strategies needs no words.
    private static Optional<String> atOnce(RunSnapshot snapshot, int picked) {
        long waiting =
                snapshot.slots().stream().filter(Slot.Waiting.class::isInstance).count();
        if (waiting > 0) {
            return Optional.of(Texts.counted("line.memory", waiting, waiting, snapshot.workers()));
        }
        return snapshot.workers() < Math.min(picked, snapshot.planned())
                ? Optional.of(Texts.of("line.once", snapshot.workers()))
                : Optional.empty();
    }

    private static String words(Pace pace) {
        String rate = pace.perSecond() >= 1
                ? Texts.of("line.second", PlainNumber.fixed(pace.perSecond(), 1))
                : Texts.of("line.minute", PlainNumber.fixed(SECONDS_OF_MINUTE * pace.perSecond(), 1));
        return Texts.of("line.left", rate, Figures.seconds(pace.secondsLeft()));
    }

    private static void add(List<String> parts, int count, IntFunction<String> words) {
        if (count > 0) {
            parts.add(words.apply(count));
        }
    }
}
