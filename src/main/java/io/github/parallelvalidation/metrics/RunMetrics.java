package io.github.parallelvalidation.metrics;

import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.merge.Outcome;
import io.github.parallelvalidation.queue.Status;
import io.github.parallelvalidation.workspace.StrategyId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One run in the history. Times are measured; the nominal saving of the seed stands apart.
///
/// @param decision what was decided, or null
public record RunMetrics(
        String runId,
        Instant runDate,
        Tier tier,
        Outcome outcome,
        @Nullable String decision,
        int workersSpawned,
        int workersCompleted,
        int workersTimeout,
        int strategiesPassed,
        int strategiesFailed,
        @Nullable Double expectedLuckyPasses,
        double wallClockMinutes,
        double sequentialEquivalentMinutes,
        double averageWorkerTimeSeconds,
        double maxWorkerTimeSeconds,
        double minWorkerTimeSeconds,
        int retries,
        int crashes,
        long peakWorkerMemoryMb,
        int queueDepthBefore,
        int queueDepthAfter,
        List<Item> strategies) {

    /// One strategy of the run.
    public record Item(StrategyId id, Status status, double seconds, int attempts) {}

    public RunMetrics {
        strategies = List.copyOf(strategies);
    }

    public double computeSavedMinutes() {
        return sequentialEquivalentMinutes - wallClockMinutes;
    }

    public double computeSavedPercent() {
        return sequentialEquivalentMinutes == 0 ? 0 : 100 * computeSavedMinutes() / sequentialEquivalentMinutes;
    }

    /// The nominal (N − 1) × 5, not measured.
    public double nominalSavedMinutes() {
        return Math.max(0, strategies.size() - 1) * 5.0;
    }

    public int strategiesTotal() {
        return strategies.size();
    }
}
