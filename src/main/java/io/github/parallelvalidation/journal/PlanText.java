package io.github.parallelvalidation.journal;

import io.github.parallelvalidation.workspace.Source;
import io.github.parallelvalidation.workspace.YamlDocument;
import java.nio.file.Path;
import java.time.Instant;

/// The text of a plan file up to the end of its last whole line: a kill in the middle of an append leaves half a line,
/// and what is whole before it counts.
///
/// @param isCut whether half a line followed
record PlanText(Source source, boolean isCut) {
    static final String JOURNAL = "journal";
    static final String SUMMARY = "summary";
    static final String FINISHED = "finished_at";

    private static final String DISCARDED = "discarded_at";

    /// A run of ten thousand strategies has half of that, and more where many attempts failed.
    private static final int LARGEST = 64 << 20;

    static PlanText read(Path file) {
        Source source = YamlDocument.source(file, LARGEST);
        String text = source.text();
        String whole = text.substring(0, text.lastIndexOf('\n') + 1);
        return new PlanText(new Source(file, whole), whole.length() < text.length());
    }

    /// Whether it is closed: everything of the run was written, or the run was given up.
    boolean isFinished() {
        return isFinished(text());
    }

    /// Whether the closing line, whole, is in the last part of a plan file.
    static boolean isFinished(String end) {
        int closing = end.lastIndexOf("\n" + FINISHED + ": ");
        return closing >= 0 && end.indexOf('\n', closing + 1) >= 0;
    }

    String text() {
        return source.text();
    }

    /// The journal and what stands behind it.
    String fromJournal() {
        return text().substring(text().indexOf("\n" + JOURNAL + ":") + 1);
    }

    /// The plan, without journal and what stands behind it.
    String beforeJournal() {
        int end = text().indexOf("\n" + JOURNAL + ":");
        return end < 0 ? text() : text().substring(0, end + 1);
    }

    /// Plan and journal, without what stands behind them.
    String withoutSummary() {
        int end = text().indexOf("\n" + SUMMARY + ":");
        return end < 0 ? text() : text().substring(0, end + 1);
    }

    /// The same as it was before the run summed up.
    PlanText stopped() {
        return new PlanText(new Source(source.file(), withoutSummary()), false);
    }

    /// The line that closes the file.
    static String closing(Instant now) {
        return FINISHED + ": " + now + "\n";
    }

    /// Whether nothing but the closing line follows, or nothing at all.
    static boolean isClosingOrNothing(String end) {
        return end.isEmpty() || (end.startsWith(FINISHED + ": ") && end.indexOf('\n') == end.length() - 1);
    }

    /// The text of a run that is given up: closed without a summary.
    String discarded(Instant now) {
        return withoutSummary() + DISCARDED + ": " + now + "\n" + closing(now);
    }
}
