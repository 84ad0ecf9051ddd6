package io.github.parallelvalidation.metrics;

import io.github.parallelvalidation.gate.FailureClass;
import io.github.parallelvalidation.number.Median;
import io.github.parallelvalidation.number.PlainNumber;
import io.github.parallelvalidation.plan.UsualTimes;
import io.github.parallelvalidation.result.StrategyResult;
import io.github.parallelvalidation.settings.Settings;
import io.github.parallelvalidation.supervise.Attempt;
import io.github.parallelvalidation.supervise.AttemptOutcome;
import io.github.parallelvalidation.workspace.StrategyId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Derives the alerts of a run from its measurements: sentences for people.
public final class Alerts {
    /// So many are named; the others are counted.
    private static final int NAMED = 3;

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

    /// Strategies that began with the start of a process are compared among themselves: Java's start is no fault of
    /// theirs.
    private static List<String> slow(Collection<Attempt> attempts) {
        Map<Boolean, List<Attempt>> byStart = attempts.stream()
                .collect(Collectors.partitioningBy(attempt -> attempt.evidence().judgedBefore() == 0));
        return byStart.values().stream()
                .flatMap(alike -> slowAmong(alike).stream())
                .toList();
    }

    /// The median is that of the workers with a result; one that reached its time limit counts as slow.
    private static Optional<String> slowAmong(List<Attempt> attempts) {
        List<Double> times = attempts.stream()
                .filter(Attempt::gaveResult)
                .map(Attempt::seconds)
                .toList();
        if (times.isEmpty()) {
            return Optional.empty();
        }
        double median = Median.of(times);
        Map<StrategyId, Double> slow = new HashMap<>();
        attempts.stream()
                .filter(attempt -> attempt.gaveResult() || isTimeout(attempt))
                .filter(attempt -> UsualTimes.isSlow(attempt.seconds(), median))
                .forEach(attempt -> slow.merge(attempt.id().strategy(), attempt.seconds(), Math::max));
        return slow.isEmpty() ? Optional.empty() : Optional.of(sentence(slow, median));
    }

    private static String sentence(Map<StrategyId, Double> slow, double median) {
        String worst = slow.entrySet().stream()
                .sorted(Map.Entry.<StrategyId, Double>comparingByValue()
                        .reversed()
                        .thenComparing(one -> one.getKey().value()))
                .limit(NAMED)
                .map(one -> one.getKey() + " took " + PlainNumber.fixed(one.getValue(), 1) + " s")
                .collect(Collectors.joining(", "));
        String more = slow.size() > NAMED ? " and %d others took long".formatted(slow.size() - NAMED) : "";
        return worst + more + ", more than twice the median of " + PlainNumber.fixed(median, median < 1 ? 2 : 1) + " s";
    }

    private static boolean isTimeout(Attempt attempt) {
        return attempt.outcome() instanceof AttemptOutcome.TimedOut;
    }
}
