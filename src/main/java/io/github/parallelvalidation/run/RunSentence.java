package io.github.parallelvalidation.run;

import io.github.parallelvalidation.journal.RunOutcome;
import io.github.parallelvalidation.queue.Status;
import io.github.parallelvalidation.result.RunSummary;
import io.github.parallelvalidation.result.StrategyResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A finished run in a sentence or two: "3 of 9 passed L0 in 4 s (7 s saved). Noise alone would have passed about 1.9."
public final class RunSentence {
    private static final double MINUTE = 60;

    private RunSentence() {}

    public static String of(RunOutcome outcome) {
        RunSummary summary = outcome.summary();
        int planned = outcome.plan().strategies().size();
        if (planned == 0) {
            return "Nothing awaits " + outcome.plan().tier() + ".";
        }
        StringBuilder text = new StringBuilder();
        text.append(summary.passed())
                .append(" of ")
                .append(planned)
                .append(" passed ")
                .append(outcome.plan().tier())
                .append(relaxed(outcome))
                .append(" in ")
                .append(duration(outcome.timing().wallClockSeconds()));
        double saved = outcome.timing().savedSeconds();
        text.append(saved >= 0.05 ? " (" + duration(saved) + " saved)." : ".");
        if (summary.expectedLuckyPasses() != null) {
            text.append(String.format(
                    Locale.ROOT, " Noise alone would have passed about %.1f.", summary.expectedLuckyPasses()));
        }
        long fixable = outcome.strategies().stream()
                .filter(result -> result.judgement().status() == Status.FIXABLE_FAILURE)
                .count();
        if (fixable > 0) {
            text.append(fixable == 1 ? " 1 failure looks fixable." : " " + fixable + " failures look fixable.");
        }
        String trouble = trouble(summary, planned);
        return trouble.isEmpty() ? text.toString() : text + " " + trouble + ".";
    }

    /// A pass under relaxed thresholds is never counted without saying so.
    private static String relaxed(RunOutcome outcome) {
        long relaxed =
                outcome.strategies().stream().filter(StrategyResult::isRelaxed).count();
        return relaxed == 0 ? "" : ", " + relaxed + " of them under relaxed thresholds,";
    }

    private static String trouble(RunSummary summary, int planned) {
        List<String> parts = new ArrayList<>();
        if (summary.timeout() > 0) {
            parts.add(summary.timeout() + " timed out");
        }
        if (summary.error() > 0) {
            parts.add(summary.error() + " ended in error");
        }
        if (summary.total() < planned) {
            parts.add(planned - summary.total() + " were not run");
        }
        return String.join(", ", parts);
    }

    /// Seconds as people say them: 0.9 s, 4 s, 1:05 min, 12 min.
    public static String duration(double seconds) {
        if (seconds < 1.95) {
            return String.format(Locale.ROOT, "%.1f s", seconds);
        }
        if (Math.round(seconds) < MINUTE) {
            return Math.round(seconds) + " s";
        }
        long whole = Math.round(seconds);
        return seconds < 10 * MINUTE
                ? String.format(Locale.ROOT, "%d:%02d min", whole / 60, whole % 60)
                : Math.round(seconds / MINUTE) + " min";
    }
}
