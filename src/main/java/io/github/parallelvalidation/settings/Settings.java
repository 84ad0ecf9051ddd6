package io.github.parallelvalidation.settings;

import io.github.parallelvalidation.gate.Tier;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// The settings of `parallel-validation.yaml`, in the file's groups and under the file's own names.
///
/// @param autoEscalateToL1 whether L1 starts at once when all of L0 passed
public record Settings(
        Parallelism parallelism,
        Timeouts timeouts,
        FailureHandling failures,
        ResourceLimits resources,
        Monitoring monitoring,
        boolean autoEscalateToL1,
        Programs programs) {
    /// The local executor never runs more than four workers.
    public static final int MOST_WORKERS = 4;

    public static final Settings DEFAULT = new Settings(
            Parallelism.DEFAULT,
            Timeouts.DEFAULT,
            FailureHandling.DEFAULT,
            ResourceLimits.DEFAULT,
            Monitoring.DEFAULT,
            false,
            Programs.DEFAULT);

    /// How many strategies run at once.
    ///
    /// @param maxWorkers workers at once, 1 to 4
    /// @param minQueueDepthForParallel pending strategies from which `watch` starts by itself
    public record Parallelism(int maxWorkers, int minQueueDepthForParallel) {
        static final Parallelism DEFAULT = new Parallelism(4, 2);
    }

    /// Time limits of workers.
    ///
    /// @param workerTimeoutSeconds time limit of one attempt before the tier's multiplier
    /// @param pollingIntervalSeconds how often result files are looked for while a worker still runs
    /// @param maxPollingAttempts after so many looks a worker is given up, where that comes before its time limit;
    ///     empty: its time limit alone counts
    public record Timeouts(
            int workerTimeoutSeconds,
            double l0TimeoutMultiplier,
            double l1TimeoutMultiplier,
            double pollingIntervalSeconds,
            OptionalInt maxPollingAttempts) {
        static final Timeouts DEFAULT = new Timeouts(600, 1.0, 1.5, 5, OptionalInt.empty());

        /// The time limit of one attempt at a tier.
        public Duration of(Tier tier) {
            double multiplier = tier == Tier.L0 ? l0TimeoutMultiplier : l1TimeoutMultiplier;
            double seconds = Math.min(workerTimeoutSeconds, pollingSeconds().orElse(workerTimeoutSeconds));
            return Duration.ofMillis(Math.round(seconds * 1000.0 * multiplier));
        }

        /// How long all looks together last, before the tier's multiplier; empty where their number is not given.
        OptionalDouble pollingSeconds() {
            return maxPollingAttempts.isPresent()
                    ? OptionalDouble.of(maxPollingAttempts.getAsInt() * pollingIntervalSeconds)
                    : OptionalDouble.empty();
        }

        public Duration pollingInterval() {
            return Duration.ofMillis(Math.round(pollingIntervalSeconds * 1000));
        }
    }

    /// The handling of strategies that do not pass.
    ///
    /// @param autoEscalateThreshold share of failures above which a decision is asked for
    /// @param onEscalation what is done where a run asks for a decision and nobody says otherwise
    /// @param autoRetry whether fixable failures are tried with varied parameters, or null: not said
    public record FailureHandling(
            boolean failFast,
            double autoEscalateThreshold,
            EscalationPolicy onEscalation,
            boolean autoRetryFixable,
            @Nullable Boolean autoRetry) {
        static final FailureHandling DEFAULT = new FailureHandling(false, 0.5, EscalationPolicy.ASK, true, null);

        /// Whether parameters are varied at a tier; the default is only at L1.
        public boolean autoRetries(Tier tier) {
            return autoRetry == null ? tier == Tier.L1 : autoRetry;
        }
    }

    /// Resource limits of one worker.
    public record ResourceLimits(int memoryPerWorkerMb, double cpuPercentPerWorker) {
        static final ResourceLimits DEFAULT = new ResourceLimits(200, 30);
    }

    /// What is recorded, and for how long.
    ///
    /// @param keepPlans newest runs whose plans are not archived
    /// @param keepTraces earlier attempts at a strategy of which it stays known what they did bar by bar
    public record Monitoring(
            boolean trackWorkerPerformance,
            boolean logWorkerTimes,
            boolean alertOnOutliers,
            int keepPlans,
            int keepTraces) {
        static final Monitoring DEFAULT = new Monitoring(true, true, true, 30, 3);
    }

    /// The external programs of a workspace, as argument lists.
    ///
    /// @param worker what validates a strategy, or empty for the built-in worker
    /// @param reusesWorkers whether a process of the built-in worker judges one strategy after another
    /// @param notifier what is called with the closing sentence, or empty
    public record Programs(List<String> worker, boolean reusesWorkers, List<String> notifier) {
        static final Programs DEFAULT = new Programs(List.of(), true, List.of());

        public Programs {
            worker = List.copyOf(worker);
            notifier = List.copyOf(notifier);
        }

        /// Whether a strategy's rules are read by this program. Another worker may have its strategies in files of its
        /// own; only where it is given the bars does the strategy have to say which.
        public boolean needsRules() {
            return worker.isEmpty() || worker.stream().anyMatch(argument -> argument.contains("{bars}"));
        }
    }
}
