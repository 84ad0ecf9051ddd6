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
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Derives the alerts of a run from its measurements: sentences for people.
public final class Alerts {
    /// So many are named; the others are counted.
    private static final int NAMED = 3;

    private static final double QUALITY_SHARE = 0.5;
    private static final double TIMEOUT_SHARE = 0.2;
    private static final int MANY_TIMEOUTS = 3;

    private Alerts() {}

    /// @param attempts every worker of the run, those of retries too
    public static List<String> of(
            List<StrategyResult> results,
            Collection<Attempt> attempts,
            Settings settings,
            RunMetrics.QueueDepth queue) {
        List<String> alerts = new ArrayList<>();
        alerts.addAll(slowest(attempts, settings).stream().map(Slow::sentence).toList());
        results.stream()
                .filter(result -> result.effort().cards().stream()
                        .anyMatch(card -> card.ending().kind() == FailureClass.NON_DETERMINISTIC))
                .forEach(result -> alerts.add(result.id()
                        + " is not deterministic: given the same bars, it said something else the next time"));
        fewPasses(results).ifPresent(alerts::add);
        timeouts(attempts).ifPresent(alerts::add);
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

    /// Said of strategies, however many attempts they had. Some time out though the machine has time: a few are worth a
    /// look, many mean that it has none.
    private static Optional<String> timeouts(Collection<Attempt> attempts) {
        Map<StrategyId, List<Attempt>> byStrategy = attempts.stream()
                .collect(Collectors.groupingBy(attempt -> attempt.id().strategy()));
        List<List<Attempt>> timedOut = byStrategy.values().stream()
                .filter(made -> made.stream().anyMatch(Alerts::isTimeout))
                .toList();
        boolean isOverload = timedOut.size() > TIMEOUT_SHARE * byStrategy.size();
        if (!isOverload && timedOut.size() < MANY_TIMEOUTS) {
            return Optional.empty();
        }
        long recovered = timedOut.stream()
                .filter(made -> made.stream().anyMatch(Attempt::gaveResult))
                .count();
        return Optional.of("%d of %d strategies timed out%s%s"
                .formatted(
                        timedOut.size(),
                        byStrategy.size(),
                        recovered == 0
                                ? ""
                                : ", %s came to a result when tried again"
                                        .formatted(recovered == timedOut.size() ? "all" : recovered + " of them"),
                        isOverload ? ": more than 20 %, the machine may be overloaded" : ""));
    }

    /// Strategies that took long in comparison with others of the run; none where nobody wants to hear of them.
    public static Set<StrategyId> slow(Collection<Attempt> attempts, Settings settings) {
        return slowest(attempts, settings).stream()
                .flatMap(some -> some.seconds().keySet().stream())
                .collect(Collectors.toSet());
    }

    /// Strategies that took long.
    ///
    /// @param median of those that they are compared with
    private record Slow(Map<StrategyId, Double> seconds, double median) {
        String sentence() {
            String worst = seconds.entrySet().stream()
                    .sorted(Map.Entry.<StrategyId, Double>comparingByValue()
                            .reversed()
                            .thenComparing(one -> one.getKey().value()))
                    .limit(NAMED)
                    .map(one -> one.getKey() + " took " + PlainNumber.fixed(one.getValue(), 1) + " s")
                    .collect(Collectors.joining(", "));
            String more = seconds.size() > NAMED ? " and %d others took long".formatted(seconds.size() - NAMED) : "";
            return worst + more + ", more than twice the median of " + PlainNumber.fixed(median, median < 1 ? 2 : 1)
                    + " s";
        }

        Slow without(Set<StrategyId> others) {
            Map<StrategyId, Double> left = new HashMap<>(seconds);
            left.keySet().removeAll(others);
            return new Slow(left, median);
        }
    }

    /// Strategies that began with the start of a process are compared among themselves: Java's start is no fault of
    /// theirs. One that took long in both ways is named once.
    private static List<Slow> slowest(Collection<Attempt> attempts, Settings settings) {
        if (!settings.monitoring().alertOnOutliers()) {
            return List.of();
        }
        Map<Boolean, List<Attempt>> byStart = attempts.stream()
                .collect(Collectors.partitioningBy(attempt -> attempt.evidence().judgedBefore() == 0));
        Slow first = slowAmong(byStart.getOrDefault(true, List.of()));
        Slow later = slowAmong(byStart.getOrDefault(false, List.of()));
        return Stream.of(later.without(first.seconds().keySet()), first)
                .filter(some -> !some.seconds().isEmpty())
                .toList();
    }

    /// The median is that of the workers with a result; one that reached its time limit counts as slow.
    private static Slow slowAmong(List<Attempt> attempts) {
        List<Double> times = attempts.stream()
                .filter(Attempt::gaveResult)
                .map(Attempt::seconds)
                .toList();
        if (times.isEmpty()) {
            return new Slow(Map.of(), 0);
        }
        double median = Median.of(times);
        Map<StrategyId, Double> slow = new HashMap<>();
        attempts.stream()
                .filter(attempt -> attempt.gaveResult() || isTimeout(attempt))
                .filter(attempt -> UsualTimes.isSlow(attempt.seconds(), median))
                .forEach(attempt -> slow.merge(attempt.id().strategy(), attempt.seconds(), Math::max));
        return new Slow(slow, median);
    }

    private static boolean isTimeout(Attempt attempt) {
        return attempt.outcome() instanceof AttemptOutcome.TimedOut;
    }
}
