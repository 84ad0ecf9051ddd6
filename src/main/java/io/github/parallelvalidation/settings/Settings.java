package io.github.parallelvalidation.settings;

import io.github.parallelvalidation.gate.Tier;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The settings of `parallel-validation.yaml`, under the file's own names.
///
/// @param maxWorkers workers at once, 1 to 4
/// @param minQueueDepthForParallel pending strategies from which `watch` starts by itself
/// @param workerTimeoutSeconds time limit of one attempt before the tier's multiplier
/// @param pollingIntervalSeconds how often result files are looked for while a worker still runs
/// @param autoEscalateThreshold share of failures above which a decision is asked for
/// @param onEscalation what is done where a run asks for a decision and nobody says otherwise
/// @param autoRetry whether failures that numbers may mend are tried with other numbers; null where nothing is said
/// @param workerCommand the worker's argument list, or empty for the built-in worker
/// @param notifyCommand argument list called with the closing sentence, or empty
public record Settings(
        int maxWorkers,
        int minQueueDepthForParallel,
        int workerTimeoutSeconds,
        double l0TimeoutMultiplier,
        double l1TimeoutMultiplier,
        double pollingIntervalSeconds,
        int maxPollingAttempts,
        boolean failFast,
        double autoEscalateThreshold,
        boolean autoRetryFixable,
        int memoryPerWorkerMb,
        double cpuPercentPerWorker,
        boolean trackWorkerPerformance,
        boolean logWorkerTimes,
        boolean alertOnOutliers,
        boolean autoEscalateToL1,
        EscalationPolicy onEscalation,
        @Nullable Boolean autoRetry,
        List<String> workerCommand,
        List<String> notifyCommand) {
    /// The local executor never runs more than four workers.
    public static final int MOST_WORKERS = 4;

    public static final Settings DEFAULT = new Settings(
            4,
            2,
            600,
            1.0,
            1.5,
            5,
            120,
            false,
            0.5,
            true,
            200,
            30,
            true,
            true,
            true,
            false,
            EscalationPolicy.ASK,
            null,
            List.of(),
            List.of());

    public Settings {
        workerCommand = List.copyOf(workerCommand);
        notifyCommand = List.copyOf(notifyCommand);
    }

    public Duration timeout(Tier tier) {
        double multiplier = tier == Tier.L0 ? l0TimeoutMultiplier : l1TimeoutMultiplier;
        return Duration.ofMillis(Math.round(workerTimeoutSeconds * 1000.0 * multiplier));
    }

    /// Whether other numbers are tried at a tier: unless something else is said, only at L1.
    public boolean autoRetries(Tier tier) {
        return autoRetry == null ? tier == Tier.L1 : autoRetry;
    }

    public Duration pollingInterval() {
        return Duration.ofMillis(Math.round(pollingIntervalSeconds * 1000));
    }
}
