package io.github.parallelvalidation.metrics;

import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.queue.Status;
import io.github.parallelvalidation.result.Outcome;
import io.github.parallelvalidation.result.RunSummary;
import io.github.parallelvalidation.result.StrategyResult;
import io.github.parallelvalidation.workspace.StrategyId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One run in the history. Times are measured; the nominal saving of the seed stands apart.
///
/// @param decision what was decided, or null
/// @param peakWorkerCpuPercent largest share of the whole machine's processors that a worker had over its time
/// @param alerts sentences worth a look
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
        double peakWorkerCpuPercent,
        int queueDepthBefore,
        int queueDepthAfter,
        List<Item> strategies,
        List<String> alerts) {

    /// One strategy of the run.
    ///
    /// @param relaxedGates the thresholds under which a relaxed pass passed, else empty
    public record Item(StrategyId id, Status status, double seconds, int attempts, Map<String, Double> relaxedGates) {
        public Item {
            relaxedGates = Map.copyOf(relaxedGates);
        }

        public Item(StrategyId id, Status status, double seconds, int attempts) {
            this(id, status, seconds, attempts, Map.of());
        }

        static Item of(StrategyResult result) {
            return new Item(result.id(), result.status(), result.seconds(), result.attempts(), result.relaxedGates());
        }
    }

    public RunMetrics {
        strategies = List.copyOf(strategies);
        alerts = List.copyOf(alerts);
    }

    /// This run after a decision that may have turned failures into passes.
    RunMetrics decided(String made, List<StrategyResult> results) {
        RunSummary summary = RunSummary.of(results);
        return new RunMetrics(
                runId,
                runDate,
                tier,
                Outcome.of(summary),
                made,
                workersSpawned,
                workersCompleted,
                workersTimeout,
                summary.passed(),
                summary.total() - summary.passed(),
                summary.expectedLuckyPasses(),
                wallClockMinutes,
                sequentialEquivalentMinutes,
                averageWorkerTimeSeconds,
                maxWorkerTimeSeconds,
                minWorkerTimeSeconds,
                retries,
                crashes,
                peakWorkerMemoryMb,
                peakWorkerCpuPercent,
                queueDepthBefore,
                queueDepthAfter,
                results.stream().map(Item::of).toList(),
                alerts);
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
