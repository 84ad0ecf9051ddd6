package io.github.parallelvalidation.metrics;

import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.luck.RunLuck;
import io.github.parallelvalidation.queue.Status;
import io.github.parallelvalidation.result.Effort;
import io.github.parallelvalidation.result.Outcome;
import io.github.parallelvalidation.result.RunSummary;
import io.github.parallelvalidation.result.StrategyResult;
import io.github.parallelvalidation.workspace.StrategyId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// One run in the history. Times are measured; the nominal saving of the specification is kept apart.
///
/// @param alerts sentences worth a look
public record RunMetrics(
        String runId,
        Instant runDate,
        Tier tier,
        Results results,
        Workers workers,
        Times times,
        QueueDepth queueDepth,
        List<String> alerts) {
    private static final double MINUTES_OF_HOUR = 60;

    /// Thirty runs must not make the file too large to be read.
    private static final int MOST_ITEMISED = 1_000;

    /// The counts of verdicts, which a later decision may change.
    ///
    /// @param cancelled whether the run was stopped before all its strategies had a result
    /// @param decision what was decided, or null
    /// @param luck how many passes are to be expected without any skill, or null where that is not known
    public record Results(
            Outcome outcome,
            boolean cancelled,
            @Nullable String decision,
            int passed,
            int failed,
            @Nullable RunLuck luck,
            List<Item> strategies) {
        public Results {
            strategies = List.copyOf(strategies);
        }

        static Results of(
                List<StrategyResult> results,
                boolean cancelled,
                @Nullable RunLuck luck,
                @Nullable String decision,
                boolean tracked) {
            boolean isItemised = tracked && results.size() <= MOST_ITEMISED;
            RunSummary summary = RunSummary.of(results, luck);
            return new Results(
                    Outcome.of(summary),
                    cancelled,
                    decision,
                    summary.passed(),
                    summary.total() - summary.passed(),
                    luck,
                    results.stream().map(result -> Item.of(result, isItemised)).toList());
        }

        Results withoutStrategies() {
            return new Results(outcome, cancelled, decision, passed, failed, luck, List.of());
        }

        /// Where no strategy is named, as many as were counted.
        public int total() {
            return strategies.isEmpty() ? passed + failed : strategies.size();
        }
    }

    /// One strategy of the run.
    ///
    /// @param relaxedGates the thresholds under which a relaxed pass passed, else empty
    /// @param hasResult whether a worker gave one
    /// @param withoutL0Pass whether L1 was run although it had not passed L0
    /// @param use what its workers used, or null where that is not recorded
    public record Item(
            StrategyId id,
            Status status,
            double seconds,
            int attempts,
            Map<String, Double> relaxedGates,
            boolean hasResult,
            boolean withoutL0Pass,
            @Nullable Use use) {
        public Item {
            relaxedGates = Map.copyOf(relaxedGates);
        }

        public Item(StrategyId id, Status status, double seconds, int attempts) {
            this(id, status, seconds, attempts, Map.of(), true, false, null);
        }

        static Item of(StrategyResult result, boolean tracked) {
            return new Item(
                    result.id(),
                    result.judgement().status(),
                    result.effort().seconds(),
                    result.effort().attempts(),
                    result.judgement().relaxedGates(),
                    result.hasResult(),
                    result.withoutL0Pass(),
                    tracked ? Use.of(result.effort()) : null);
        }
    }

    /// What the workers of one strategy used.
    ///
    /// @param memoryMb the largest of them
    /// @param cpuSeconds processor time of all of them
    public record Use(long memoryMb, double cpuSeconds) {
        static Use of(Effort effort) {
            return new Use(
                    effort.peakMemoryMb(),
                    effort.cards().stream()
                            .mapToDouble(card -> card.usage().cpuSeconds())
                            .sum());
        }
    }

    /// The workers of the run, retries included.
    ///
    /// @param completed workers that gave a result
    /// @param performance how they did; null where the settings do not want that recorded
    public record Workers(
            int spawned,
            int completed,
            int timeout,
            int retries,
            int crashes,
            @Nullable Performance performance) {

        /// The share of them that gave a result, 0 to 1; empty where none was started.
        public OptionalDouble completionRate() {
            return spawned == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) completed / spawned);
        }
    }

    /// How long the workers that gave a result took, and what any of them used.
    public record Performance(WorkerSeconds seconds, PeakUse peak) {}

    /// Durations of the workers that gave a result, in seconds, 0 where none did.
    public record WorkerSeconds(double average, double max, double min) {}

    /// The largest resource use of any worker.
    ///
    /// @param cpuPercent largest share of the whole machine's processors that a worker had over its time
    public record PeakUse(long memoryMb, double cpuPercent) {}

    /// The duration of the run, and of its attempts if run one after another.
    public record Times(double wallClockMinutes, double sequentialEquivalentMinutes) {
        public double computeSavedMinutes() {
            return sequentialEquivalentMinutes - wallClockMinutes;
        }

        public double computeSavedPercent() {
            double saved = Math.max(0, computeSavedMinutes());
            return sequentialEquivalentMinutes == 0 ? 0 : 100 * saved / sequentialEquivalentMinutes;
        }
    }

    /// The number of strategies that awaited the tier when the run was planned and when it ended.
    public record QueueDepth(int before, int after) {}

    public RunMetrics {
        alerts = List.copyOf(alerts);
    }

    /// The same without what there is to each of its strategies.
    RunMetrics withoutStrategies() {
        return new RunMetrics(runId, runDate, tier, results.withoutStrategies(), workers, times, queueDepth, alerts);
    }

    /// This run after a decision that may have turned failures into passes.
    ///
    /// @param said the alerts as they are then
    RunMetrics decided(String decision, List<StrategyResult> strategies, @Nullable RunLuck luck, List<String> said) {
        return new RunMetrics(
                runId,
                runDate,
                tier,
                Results.of(strategies, results.cancelled(), luck, decision, workers.performance() != null),
                workers,
                times,
                queueDepth,
                said);
    }

    /// How many strategies came to a result in an hour of the run; empty where it took no time.
    public OptionalDouble strategiesPerHour() {
        double hours = times.wallClockMinutes() / MINUTES_OF_HOUR;
        return hours > 0 ? OptionalDouble.of(results.total() / hours) : OptionalDouble.empty();
    }

    /// The nominal (N − 1) × 5, not measured.
    public double nominalSavedMinutes() {
        return nominalSavedMinutes(results.total());
    }

    /// The same of so many strategies.
    public static double nominalSavedMinutes(int strategies) {
        return Math.max(0, strategies - 1) * 5.0;
    }
}
