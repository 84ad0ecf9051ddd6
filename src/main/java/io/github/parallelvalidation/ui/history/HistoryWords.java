package io.github.parallelvalidation.ui.history;

import io.github.parallelvalidation.metrics.RunMetrics;
import io.github.parallelvalidation.ui.control.StatusText;
import io.github.parallelvalidation.ui.text.Texts;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/// The words above the charts.
final class HistoryWords {
    private HistoryWords() {}

    static String hint(HistoryView view) {
        if (view.runs().isEmpty()) {
            return Texts.of("history.placeholder");
        }
        String count = view.count();
        return Texts.counted(
                "history.hint", view.runs().size(), Character.toUpperCase(count.charAt(0)) + count.substring(1));
    }

    /// The run under the cursor; its figures stand at their charts.
    static String of(RunMetrics run, Instant now, ZoneId zone) {
        RunMetrics.Results results = run.results();
        String decision =
                results.decision() == null ? "" : " · " + Texts.of("history.pointed.decided", results.decision());
        String alerts = run.alerts().isEmpty()
                ? ""
                : " · " + StatusText.alerts(run.alerts().size()) + ": " + String.join("; ", run.alerts());
        String passed = results.cancelled()
                ? Texts.of("history.pointed.cancelled", results.passed(), results.total())
                : Texts.of("history.pointed.passed", results.passed(), results.total());
        return StatusText.when(run.runDate(), now, zone) + " · " + run.tier() + " · " + passed + decision + alerts;
    }

    /// How large the point of each run is: the more strategies, the larger, so that a small run is not taken for a
    /// telling one.
    static List<Double> sizes(List<RunMetrics> runs) {
        int most = runs.stream().mapToInt(run -> run.results().total()).max().orElse(1);
        return runs.stream()
                .map(run -> 5 + 6 * Math.sqrt((double) run.results().total() / Math.max(1, most)))
                .map(size -> (double) Math.round(size))
                .toList();
    }
}
