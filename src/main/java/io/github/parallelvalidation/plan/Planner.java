package io.github.parallelvalidation.plan;

import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.queue.Queue;
import io.github.parallelvalidation.queue.QueueEntry;
import io.github.parallelvalidation.queue.Status;
import io.github.parallelvalidation.settings.Settings;
import io.github.parallelvalidation.workspace.Printable;
import io.github.parallelvalidation.workspace.StrategyId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Selects the strategies of a run and its number of workers.
public final class Planner {
    private final Settings settings;
    private final Estimates estimates;
    private final L0Passes passes;

    public Planner(Settings settings, Estimates estimates, L0Passes passes) {
        this.settings = settings;
        this.estimates = estimates;
        this.passes = passes;
    }

    /// @throws RequestException when a named strategy is not in the queue or is not ours to touch
    public ExecutionPlan plan(Queue queue, RunRequest request, String runId, Instant now) {
        List<QueueEntry> waiting = queue.awaiting(request.tier());
        List<QueueEntry> chosen = request.strategies().isEmpty() ? waiting : named(queue, request.strategies());
        List<PlannedStrategy> strategies = chosen.stream()
                .limit(Math.min(ExecutionPlan.MOST_STRATEGIES, request.atMost().orElse(Integer.MAX_VALUE)))
                .map(entry -> planned(entry, request.tier()))
                .toList();
        return new ExecutionPlan(
                runId,
                now,
                request.tier(),
                workers(strategies.size(), request),
                waiting.size(),
                strategies,
                request.timeoutSeconds(),
                request.link());
    }

    private int workers(int strategies, RunRequest request) {
        if (strategies < settings.parallelism().minQueueDepthForParallel()) {
            return Math.min(strategies, 1);
        }
        int most = settings.parallelism().maxWorkers();
        return Stream.of(strategies, request.workers().orElse(most), most)
                .min(Integer::compare)
                .orElseThrow();
    }

    private PlannedStrategy planned(QueueEntry entry, Tier tier) {
        return new PlannedStrategy(
                entry.id(),
                entry.name(),
                entry.statusWritten().orElse(null),
                estimates.seconds(entry.id()),
                Optional.empty(),
                tier == Tier.L1 && !passes.has(entry));
    }

    private static List<QueueEntry> named(Queue queue, List<StrategyId> ids) {
        return ids.stream().distinct().map(id -> named(queue, id)).toList();
    }

    private static QueueEntry named(Queue queue, StrategyId id) {
        QueueEntry entry = queue.find(id)
                .orElseThrow(() -> new RequestException(id + " is not in the queue; `status` lists the ids"));
        if (entry.status() == Status.FOREIGN) {
            throw new RequestException("%s has the status %s, which belongs to another program; it is left alone"
                    .formatted(id, Printable.quoted(entry.statusText())));
        }
        return entry;
    }
}
