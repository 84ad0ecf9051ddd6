package io.github.parallelvalidation.ui.history;

import io.github.parallelvalidation.metrics.RunMetrics;
import io.github.parallelvalidation.ui.control.StatusText;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/// The words above the charts.
final class HistoryWords {
    private HistoryWords() {}

    static String hint(HistoryView view) {
        if (view.runs().isEmpty()) {
            return "Runs will be drawn here, the last thirty. Validate starts one.";
        }
        String count = view.count();
        return Character.toUpperCase(count.charAt(0)) + count.substring(1)
                + (view.runs().size() == 1 ? "" : ", the newest on the right")
                + ". A click opens a run; Shift and a click compares it with the open one.";
    }

    /// The run under the cursor; its figures stand at their charts.
    static String of(RunMetrics run, Instant now, ZoneId zone) {
        RunMetrics.Results results = run.results();
        String decision = results.decision() == null ? "" : " · decided: " + results.decision();
        String alerts = run.alerts().isEmpty()
                ? ""
                : " · " + StatusText.alerts(run.alerts().size()) + ": " + String.join("; ", run.alerts());
        return "%s · %s · %s%d of %d passed%s%s"
                .formatted(
                        StatusText.when(run.runDate(), now, zone),
                        run.tier(),
                        results.cancelled() ? "cancelled, " : "",
                        results.passed(),
                        results.total(),
                        decision,
                        alerts);
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
