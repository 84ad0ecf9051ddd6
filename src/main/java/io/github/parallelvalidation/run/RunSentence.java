package io.github.parallelvalidation.run;

import io.github.parallelvalidation.display.Figures;
import io.github.parallelvalidation.display.NoiseText;
import io.github.parallelvalidation.journal.RunOutcome;
import io.github.parallelvalidation.queue.Status;
import io.github.parallelvalidation.result.RunSummary;
import io.github.parallelvalidation.result.StrategyResult;
import java.util.ArrayList;
import java.util.List;

/// Words a finished run in a sentence or two: "3 of 9 passed L0 in 4 s (7 s saved). Noise alone would have passed about
/// 1.9."
public final class RunSentence {
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
                .append(Figures.seconds(outcome.timing().wallClockSeconds()));
        double saved = outcome.timing().savedSeconds();
        text.append(saved >= 0.05 ? " (" + Figures.seconds(saved) + " saved)." : ".");
        text.append(NoiseText.after(summary.expectedLuckyPasses()));
        long fixable = outcome.strategies().stream()
                .filter(result -> result.judgement().status() == Status.FIXABLE_FAILURE)
                .count();
        if (fixable > 0) {
            text.append(fixable == 1 ? " 1 failure looks fixable." : " " + fixable + " failures look fixable.");
        }
        String failures = failures(summary, planned);
        return failures.isEmpty() ? text.toString() : text + " " + failures + ".";
    }

    /// A pass under relaxed thresholds is never counted without saying so.
    private static String relaxed(RunOutcome outcome) {
        long relaxed =
                outcome.strategies().stream().filter(StrategyResult::isRelaxed).count();
        return relaxed == 0 ? "" : ", " + relaxed + " of them under relaxed thresholds,";
    }

    private static String failures(RunSummary summary, int planned) {
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
}
