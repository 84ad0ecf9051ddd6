package io.github.parallelvalidation.metrics;

import io.github.parallelvalidation.gate.FailureClass;
import io.github.parallelvalidation.number.Median;
import io.github.parallelvalidation.number.PlainNumber;
import io.github.parallelvalidation.result.StrategyResult;
import io.github.parallelvalidation.settings.Settings;
import io.github.parallelvalidation.supervise.Attempt;
import io.github.parallelvalidation.supervise.AttemptOutcome;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Derives the alerts of a run from its measurements: sentences for people.
public final class Alerts {
    private static final double SLOW_FACTOR = 2;
    private static final double QUALITY_SHARE = 0.5;
    private static final double TIMEOUT_SHARE = 0.2;

    private Alerts() {}

    /// @param attempts every worker of the run, those of retries too
    public static List<String> of(
            List<StrategyResult> results,
            Collection<Attempt> attempts,
            Settings settings,
            RunMetrics.QueueDepth queue) {
        List<String> alerts = new ArrayList<>();
        if (settings.monitoring().alertOnOutliers()) {
            alerts.addAll(slow(attempts));
        }
        results.stream()
                .filter(result -> result.effort().cards().stream()
                        .anyMatch(card -> card.ending().kind() == FailureClass.NON_DETERMINISTIC))
                .forEach(result -> alerts.add(result.id()
                        + " is not deterministic: given the same bars, it said something else the next time"));
        fewPasses(results).ifPresent(alerts::add);
        long timeouts = attempts.stream().filter(Alerts::isTimeout).count();
        if (timeouts > TIMEOUT_SHARE * attempts.size()) {
            alerts.add("%d of %d workers timed out: more than 20 %%, the machine may be overloaded"
                    .formatted(timeouts, attempts.size()));
        }
        if (queue.after() > queue.before()) {
            alerts.add("the queue grew from %d to %d waiting strategies while this run was on"
                    .formatted(queue.before(), queue.after()));
        }
        return List.copyOf(alerts);
    }

    /// Said where most did not pass. A decision may change that.
    public static Optional<String> fewPasses(List<StrategyResult> results) {
        long unsuccessful = results.stream().filter(result -> !result.passed()).count();
        return unsuccessful > QUALITY_SHARE * results.size()
                ? Optional.of(
                        "%d of %d strategies did not pass: more than half".formatted(unsuccessful, results.size()))
                : Optional.empty();
    }

    /// The median is that of the workers with a result; one that reached its time limit counts as slow.
    private static List<String> slow(Collection<Attempt> attempts) {
        List<Double> times = attempts.stream()
                .filter(Attempt::gaveResult)
                .map(Attempt::seconds)
                .toList();
        if (times.isEmpty()) {
            return List.of();
        }
        double median = Median.of(times);
        return attempts.stream()
                .filter(attempt -> attempt.gaveResult() || isTimeout(attempt))
                .filter(attempt -> attempt.seconds() > SLOW_FACTOR * median)
                .sorted(Comparator.comparing(attempt -> attempt.id().strategy().value()))
                .map(attempt -> "%s took %s s, more than twice the median of %s s"
                        .formatted(
                                attempt.id().strategy(),
                                PlainNumber.fixed(attempt.seconds(), 1),
                                PlainNumber.fixed(median, 1)))
                .toList();
    }

    private static boolean isTimeout(Attempt attempt) {
        return attempt.outcome() instanceof AttemptOutcome.TimedOut;
    }
}
