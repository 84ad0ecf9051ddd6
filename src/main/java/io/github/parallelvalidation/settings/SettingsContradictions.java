package io.github.parallelvalidation.settings;

import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.number.PlainNumber;
import java.util.Arrays;
import java.util.Comparator;
import java.util.OptionalDouble;

/// Warns of settings of which one leaves the other without effect. Only what a file says itself can contradict itself.
final class SettingsContradictions {
    private SettingsContradictions() {}

    static void warn(KeyReader keys, Settings settings) {
        polling(keys, settings.timeouts());
        if (Boolean.TRUE.equals(settings.failures().autoRetry())
                && !settings.failures().autoRetryFixable()) {
            keys.warn(
                    "auto_retry",
                    "auto_retry tries fixable failures, and with auto_retry_fixable: false there are none");
        }
    }

    private static void polling(KeyReader keys, Settings.Timeouts timeouts) {
        OptionalDouble polling = timeouts.pollingSeconds();
        if (polling.isPresent() && polling.getAsDouble() != timeouts.workerTimeoutSeconds()) {
            String product = "max_polling_attempts %d times polling_interval_seconds %s is %s s"
                    .formatted(
                            timeouts.maxPollingAttempts().orElseThrow(),
                            PlainNumber.of(timeouts.pollingIntervalSeconds()),
                            PlainNumber.of(polling.getAsDouble()));
            keys.warn(
                    "max_polling_attempts",
                    polling.getAsDouble() < timeouts.workerTimeoutSeconds()
                            ? "%s: a worker is given up then, before the %d s of worker_timeout_seconds"
                                    .formatted(product, timeouts.workerTimeoutSeconds())
                            : "%s: the %d s of worker_timeout_seconds come first"
                                    .formatted(product, timeouts.workerTimeoutSeconds()));
        }
        Tier shortest = Arrays.stream(Tier.values())
                .min(Comparator.comparing(timeouts::of))
                .orElseThrow();
        if (timeouts.pollingInterval().compareTo(timeouts.of(shortest)) > 0) {
            keys.warn(
                    "polling_interval_seconds",
                    "polling_interval_seconds %s is longer than the %s s that a worker has at %s: nobody looks for its results before"
                            .formatted(
                                    PlainNumber.of(timeouts.pollingIntervalSeconds()),
                                    PlainNumber.of(timeouts.of(shortest).toMillis() / 1000.0),
                                    shortest));
        }
    }
}
