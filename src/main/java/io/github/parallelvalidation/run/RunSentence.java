package io.github.parallelvalidation.run;

import io.github.parallelvalidation.display.Figures;
import io.github.parallelvalidation.display.NoiseText;
import io.github.parallelvalidation.journal.RunOutcome;
import io.github.parallelvalidation.number.Counted;
import io.github.parallelvalidation.queue.Status;
import io.github.parallelvalidation.result.RunSummary;
import io.github.parallelvalidation.result.StrategyResult;
import java.util.ArrayList;
import java.util.List;

/// Words a finished run in a sentence or two: "4 of 10 passed L0 in 4 s (7 s saved). Noise alone passes about 3.0, in
/// nine of ten such markets 1 to 5; 4 or more in 35 of 100."
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
                .append(summary.total())
                .append(" passed ")
                .append(outcome.plan().tier())
                .append(relaxed(outcome))
                .append(" in ")
                .append(Figures.seconds(outcome.timing().wallClockSeconds()));
        double saved = outcome.timing().savedSeconds();
        text.append(saved >= 0.05 ? " (" + Figures.seconds(saved) + " saved)." : ".");
        long insisted = outcome.strategies().stream()
                .filter(StrategyResult::withoutL0Pass)
                .count();
        if (insisted > 0) {
            text.append(" " + Counted.of(insisted, "was", "were") + " run without a pass of L0.");
        }
        text.append(noise(outcome));
        long fixable = outcome.strategies().stream()
                .filter(result -> result.judgement().status() == Status.FIXABLE_FAILURE)
                .count();
        if (fixable > 0) {
            text.append(" " + Counted.of(fixable, "failure looks", "failures look") + " fixable.");
        }
        String failures = failures(summary, planned);
        return failures.isEmpty() ? text.toString() : text + " " + failures + ".";
    }

    /// What noise alone would have passed, or why nobody knows.
    private static String noise(RunOutcome outcome) {
        return outcome.luck() != null
                ? NoiseText.after(outcome.luck())
                : NoiseText.whyUnknown(outcome.strategies())
                        .map(why -> " " + why)
                        .orElse("");
    }

    /// A pass under relaxed thresholds is never counted without saying so.
    private static String relaxed(RunOutcome outcome) {
        long relaxed =
                outcome.strategies().stream().filter(StrategyResult::isRelaxed).count();
        return relaxed == 0 ? "" : ", " + relaxed + " of them under relaxed thresholds,";
    }

    private static String failures(RunSummary summary, int planned) {
        List<String> parts = new ArrayList<>();
        if (summary.unjudged() > 0) {
            parts.add(summary.unjudged() + " could not be judged, for lack of data or a readable file");
        }
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
