package io.github.parallelvalidation.metrics;

import io.github.parallelvalidation.gate.FailureClass;
import io.github.parallelvalidation.merge.Ending;
import io.github.parallelvalidation.merge.StrategyResult;
import io.github.parallelvalidation.settings.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What a run shows that is worth a look, in sentences.
public final class Alerts {
    private static final double SLOW_FACTOR = 2;
    private static final int FEWEST_FOR_A_MEDIAN = 3;
    private static final double QUALITY_SHARE = 0.5;
    private static final double TIMEOUT_SHARE = 0.2;

    private Alerts() {}

    public static List<String> of(List<StrategyResult> results, Settings settings, int queueBefore, int queueAfter) {
        List<String> alerts = new ArrayList<>();
        if (settings.alertOnOutliers()) {
            alerts.addAll(slow(results));
        }
        results.stream()
                .filter(result ->
                        result.cards().stream().anyMatch(card -> card.kind() == FailureClass.NON_DETERMINISTIC))
                .forEach(result -> alerts.add(result.id()
                        + " is not deterministic: given the same bars, it said something else the next time"));
        long unsuccessful = results.stream().filter(result -> !result.passed()).count();
        if (unsuccessful > QUALITY_SHARE * results.size()) {
            alerts.add("%d of %d strategies did not pass: more than half".formatted(unsuccessful, results.size()));
        }
        long timeouts = results.stream()
                .filter(result -> result.ending() == Ending.TIMEOUT)
                .count();
        if (timeouts > TIMEOUT_SHARE * results.size()) {
            alerts.add(
                    "%d of %d strategies timed out: the machine may be overloaded".formatted(timeouts, results.size()));
        }
        if (queueAfter > queueBefore) {
            alerts.add("the queue grew from %d to %d waiting strategies while this run was on"
                    .formatted(queueBefore, queueAfter));
        }
        return List.copyOf(alerts);
    }

    private static List<String> slow(List<StrategyResult> results) {
        List<StrategyResult> measured =
                results.stream().filter(StrategyResult::hasResult).toList();
        if (measured.size() < FEWEST_FOR_A_MEDIAN) {
            return List.of();
        }
        double[] times =
                measured.stream().mapToDouble(StrategyResult::seconds).sorted().toArray();
        double median = (times[(times.length - 1) / 2] + times[times.length / 2]) / 2;
        return measured.stream()
                .filter(result -> result.seconds() > SLOW_FACTOR * median)
                .map(result -> String.format(
                        Locale.ROOT,
                        "%s took %.1f s, more than twice the median of %.1f s",
                        result.id(),
                        result.seconds(),
                        median))
                .toList();
    }
}
