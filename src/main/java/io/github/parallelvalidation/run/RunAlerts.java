package io.github.parallelvalidation.run;

import io.github.parallelvalidation.metrics.Alerts;
import io.github.parallelvalidation.metrics.ProcessorShare;
import io.github.parallelvalidation.metrics.RunMetrics;
import io.github.parallelvalidation.plan.ExecutionPlan;
import io.github.parallelvalidation.queue.Queue;
import io.github.parallelvalidation.queue.QueueFile;
import io.github.parallelvalidation.queue.StatusChange;
import io.github.parallelvalidation.settings.Settings;
import io.github.parallelvalidation.supervise.Attempt;
import io.github.parallelvalidation.workspace.StrategyId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Derives the alerts of a run from its findings, in sentences. Nothing is read here and nothing written.
final class RunAlerts {
    private RunAlerts() {}

    /// What is known as soon as the workers are done.
    static List<String> ofWorkers(RunMonitor monitor, Collection<List<Attempt>> attempts, Settings settings) {
        List<String> alerts = new ArrayList<>(monitor.remarks());
        List<Attempt> all = attempts.stream().flatMap(List::stream).toList();
        // Who is among the slow of the run is named with them.
        Set<StrategyId> named = Alerts.slow(all, settings);
        monitor.slow().entrySet().stream()
                .filter(one -> !named.contains(one.getKey()))
                .sorted(Map.Entry.comparingByKey(Comparator.comparing(StrategyId::value)))
                .forEach(one -> alerts.add(one.getKey() + " was " + one.getValue()));
        ProcessorShare.alert(all, settings.resources().cpuPercentPerWorker()).ifPresent(alerts::add);
        return alerts;
    }

    /// All of them, each once. Those of a run that is recorded again are among its verdicts' already.
    ///
    /// @param queue the queue with the verdicts, and those that it did not take
    static List<String> of(RunFindings found, Settings settings, QueueFile.Applied queue) {
        ExecutionPlan plan = found.verdicts().plan();
        Set<String> alerts = new LinkedHashSet<>(found.verdicts().alerts());
        RunMetrics.QueueDepth depth = depth(plan, queue.queue());
        alerts.addAll(Alerts.of(found.verdicts().strategies(), found.attempts(), settings, depth));
        if (plan.strategies().size() >= ExecutionPlan.MOST_STRATEGIES && depth.after() > 0) {
            alerts.add("a run takes %,d strategies at most: %,d more await %s"
                    .formatted(ExecutionPlan.MOST_STRATEGIES, depth.after(), plan.tier()));
        }
        alerts.addAll(found.fixes().passes(plan));
        alerts.addAll(found.fixes().problems());
        queue.refused().forEach(change -> alerts.add(leftAlone(change, queue.queue())));
        return List.copyOf(alerts);
    }

    static RunMetrics.QueueDepth depth(ExecutionPlan plan, Queue after) {
        return new RunMetrics.QueueDepth(
                plan.queueDepth(), after.awaiting(plan.tier()).size());
    }

    private static String leftAlone(StatusChange change, Queue queue) {
        return queue.find(change.id())
                .map(entry -> "%s was given the status '%s' by another program meanwhile and was left so"
                        .formatted(entry.id(), entry.statusText()))
                .orElseGet(() -> change.id() + " is no longer in the queue; "
                        + (change instanceof StatusChange.Finish
                                ? "its verdict is in the plan file"
                                : "it was not run"));
    }
}
