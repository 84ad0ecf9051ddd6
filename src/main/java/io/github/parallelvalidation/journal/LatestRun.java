package io.github.parallelvalidation.journal;

import java.lang.ref.SoftReference;
import java.nio.file.Path;
import java.util.Optional;

/// The outcome that this process wrote last. Whoever decides about a run, or looks back at it, right after it was
/// recorded, need not take its file apart: while it still says the same word for word, it says this outcome. Given up
/// when memory is short.
///
/// @param text of the file up to the closing line
record LatestRun(Path file, String text, RunOutcome outcome) {
    private static volatile SoftReference<LatestRun> latest = new SoftReference<>(null);

    static void keep(Path file, String text, RunOutcome outcome) {
        latest = new SoftReference<>(new LatestRun(file, text, outcome));
    }

    /// The outcome in a plan file, where it is this one.
    static Optional<RunOutcome> of(PlanText now) {
        return Optional.ofNullable(latest.get())
                .filter(known -> known.isIn(now))
                .map(LatestRun::outcome);
    }

    private boolean isIn(PlanText now) {
        return now.source().file().equals(file)
                && now.text().startsWith(text)
                && PlanText.isClosingOrNothing(now.text().substring(text.length()));
    }
}
