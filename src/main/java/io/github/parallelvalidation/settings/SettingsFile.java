package io.github.parallelvalidation.settings;

import io.github.parallelvalidation.workspace.Problem;
import io.github.parallelvalidation.workspace.Source;
import io.github.parallelvalidation.workspace.YamlDocument;
import io.github.parallelvalidation.workspace.YamlNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Reads `parallel-validation.yaml`: a missing file means the defaults, an unknown key is a warning that
/// offers the nearest known one, a wrong type or range is an error.
public final class SettingsFile {
    static final String ROOT = "parallel_validation";
    private static final int A_DAY = 86_400;

    private SettingsFile() {}

    /// The settings and the warnings about the file.
    public record Loaded(Settings settings, List<Problem> warnings) {
        public Loaded {
            warnings = List.copyOf(warnings);
        }
    }

    /// @throws io.github.parallelvalidation.workspace.ProblemException when a value has the wrong type or range
    public static Loaded read(Path file) {
        if (!Files.exists(file)) {
            return new Loaded(Settings.DEFAULT, List.of());
        }
        return read(YamlDocument.source(file));
    }

    /// What a text would say as the settings file.
    ///
    /// @throws io.github.parallelvalidation.workspace.ProblemException when a value has the wrong type or range
    static Loaded read(Source source) {
        YamlNode root = YamlDocument.parse(source);
        if (root.isNull()) {
            return new Loaded(Settings.DEFAULT, List.of());
        }
        KeyReader top = new KeyReader(root.asMapping("the settings file"));
        KeyReader keys = top.child(ROOT);
        Settings settings = read(keys);
        SettingsContradictions.warn(keys, settings);
        top.finish();
        return new Loaded(settings, top.warnings());
    }

    private static Settings read(KeyReader keys) {
        keys.oneOf("executor", "local", List.of("local"));
        return new Settings(
                parallelism(keys),
                timeouts(keys),
                failures(keys),
                resources(keys.child("resource_limits")),
                monitoring(keys),
                keys.truth("auto_escalate_to_l1", Settings.DEFAULT.autoEscalateToL1()),
                programs(keys));
    }

    private static Settings.Parallelism parallelism(KeyReader keys) {
        Settings.Parallelism or = Settings.Parallelism.DEFAULT;
        return new Settings.Parallelism(
                keys.integer("max_workers", or.maxWorkers(), 1, Settings.MOST_WORKERS),
                keys.integer("min_queue_depth_for_parallel", or.minQueueDepthForParallel(), 1, 1_000_000));
    }

    private static Settings.Timeouts timeouts(KeyReader keys) {
        Settings.Timeouts or = Settings.Timeouts.DEFAULT;
        return new Settings.Timeouts(
                keys.integer("worker_timeout_seconds", or.workerTimeoutSeconds(), 1, A_DAY),
                keys.number("l0_timeout_multiplier", or.l0TimeoutMultiplier(), 0.01, 100),
                keys.number("l1_timeout_multiplier", or.l1TimeoutMultiplier(), 0.01, 100),
                keys.number("polling_interval_seconds", or.pollingIntervalSeconds(), 0.05, 3600),
                keys.integer("max_polling_attempts", 1, 1_000_000));
    }

    private static Settings.FailureHandling failures(KeyReader keys) {
        Settings.FailureHandling or = Settings.FailureHandling.DEFAULT;
        return new Settings.FailureHandling(
                keys.truth("fail_fast", or.failFast()),
                keys.number("auto_escalate_threshold", or.autoEscalateThreshold(), 0, 1),
                keys.word("on_escalation", or.onEscalation(), EscalationPolicy::parse, EscalationPolicy.codes()),
                keys.truth("auto_retry_fixable", or.autoRetryFixable()),
                keys.truth("auto_retry").orElse(null));
    }

    private static Settings.ResourceLimits resources(KeyReader limits) {
        Settings.ResourceLimits or = Settings.ResourceLimits.DEFAULT;
        return new Settings.ResourceLimits(
                limits.integer("memory_per_worker_mb", or.memoryPerWorkerMb(), 64, 1_000_000),
                limits.number("cpu_percent_per_worker", or.cpuPercentPerWorker(), 1, 100));
    }

    private static Settings.Monitoring monitoring(KeyReader keys) {
        Settings.Monitoring or = Settings.Monitoring.DEFAULT;
        return new Settings.Monitoring(
                keys.truth("track_worker_performance", or.trackWorkerPerformance()),
                keys.truth("log_worker_times", or.logWorkerTimes()),
                keys.truth("alert_on_outliers", or.alertOnOutliers()),
                keys.integer("keep_plans", or.keepPlans(), 1, 1_000_000),
                keys.integer("keep_traces", or.keepTraces(), 0, 1_000_000));
    }

    private static Settings.Programs programs(KeyReader keys) {
        return new Settings.Programs(
                keys.child("worker").command("command", "builtin"),
                keys.child("worker").truth("reuse", Settings.DEFAULT.programs().reusesWorkers()),
                keys.child("notify").command("command", ""));
    }
}
