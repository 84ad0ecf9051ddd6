package io.github.parallelvalidation.settings;

import io.github.parallelvalidation.number.PlainNumber;
import java.util.ArrayList;
import java.util.List;

/// What can be changed in `parallel-validation.yaml`.
final class RunSettings {
    private static final List<String> TOP = List.of(SettingsFile.ROOT);

    private RunSettings() {}

    static List<SettingGroup> groups() {
        return List.of(run(), time(), failures(), resources(), programs());
    }

    private static SettingGroup run() {
        Settings.Parallelism or = Settings.Parallelism.DEFAULT;
        return new SettingGroup(
                "Run",
                List.of(
                        number("max_workers", "workers at once", "at most", or.maxWorkers()),
                        number(
                                "min_queue_depth_for_parallel",
                                "watch starts from",
                                "waiting",
                                or.minQueueDepthForParallel()),
                        truth("auto_escalate_to_l1", "L1 by itself when all pass", Settings.DEFAULT.autoEscalateToL1()),
                        truth("fail_fast", "stop at the first failure", Settings.FailureHandling.DEFAULT.failFast())));
    }

    private static SettingGroup time() {
        Settings.Timeouts or = Settings.Timeouts.DEFAULT;
        return new SettingGroup(
                "Time limits",
                List.of(
                        number("worker_timeout_seconds", "time limit", "s", or.workerTimeoutSeconds()),
                        number("l0_timeout_multiplier", "at L0 times", "", or.l0TimeoutMultiplier()),
                        number("l1_timeout_multiplier", "at L1 times", "", or.l1TimeoutMultiplier()),
                        number(
                                "polling_interval_seconds",
                                "results looked for every",
                                "s",
                                or.pollingIntervalSeconds()),
                        setting(new Setting.Kind.Text(), TOP, "max_polling_attempts", "given up after", "looks", "")));
    }

    private static SettingGroup failures() {
        Settings.FailureHandling or = Settings.FailureHandling.DEFAULT;
        return new SettingGroup(
                "When strategies fail",
                List.of(
                        number(
                                "auto_escalate_threshold",
                                "asks when more fail than",
                                "of 1",
                                or.autoEscalateThreshold()),
                        setting(
                                new Setting.Kind.Word(EscalationPolicy.codes()),
                                TOP,
                                "on_escalation",
                                "answers by itself with",
                                "",
                                or.onEscalation().code()),
                        truth("auto_retry_fixable", "fixable ones to auto-retry", or.autoRetryFixable()),
                        setting(
                                new Setting.Kind.Word(List.of("true", "false")),
                                TOP,
                                "auto_retry",
                                "varied parameters tried",
                                "",
                                "")));
    }

    private static SettingGroup resources() {
        Settings.ResourceLimits or = Settings.ResourceLimits.DEFAULT;
        Settings.Monitoring seen = Settings.Monitoring.DEFAULT;
        List<String> limits = inner("resource_limits");
        return new SettingGroup(
                "Resources and records",
                List.of(
                        number(limits, "memory_per_worker_mb", "memory of a worker", "MB", or.memoryPerWorkerMb()),
                        number(
                                limits,
                                "cpu_percent_per_worker",
                                "processor of a worker",
                                "%",
                                or.cpuPercentPerWorker()),
                        truth("track_worker_performance", "times of workers kept", seen.trackWorkerPerformance()),
                        truth("log_worker_times", "a line for each worker", seen.logWorkerTimes()),
                        truth("alert_on_outliers", "alerts for slow workers", seen.alertOnOutliers()),
                        number("keep_plans", "plans beside the archive", "", seen.keepPlans()),
                        number("keep_traces", "traces of old results", "", seen.keepTraces())));
    }

    private static SettingGroup programs() {
        Settings.Programs or = Settings.DEFAULT.programs();
        return new SettingGroup(
                "Programs",
                List.of(
                        setting(new Setting.Kind.Command(), inner("worker"), "command", "worker", "", "builtin"),
                        setting(
                                new Setting.Kind.Truth(),
                                inner("worker"),
                                "reuse",
                                "one process, many strategies",
                                "",
                                String.valueOf(or.reusesWorkers())),
                        setting(new Setting.Kind.Command(), inner("notify"), "command", "notify", "", "[]")));
    }

    private static List<String> inner(String section) {
        List<String> path = new ArrayList<>(TOP);
        path.add(section);
        return path;
    }

    private static Setting number(String key, String label, String unit, double usual) {
        return number(TOP, key, label, unit, usual);
    }

    private static Setting number(List<String> section, String key, String label, String unit, double usual) {
        return setting(new Setting.Kind.Text(), section, key, label, unit, PlainNumber.of(usual));
    }

    private static Setting truth(String key, String label, boolean usual) {
        return setting(new Setting.Kind.Truth(), TOP, key, label, "", String.valueOf(usual));
    }

    private static Setting setting(
            Setting.Kind kind, List<String> section, String key, String label, String unit, String usual) {
        return new Setting(kind, List.of(section), key, label, unit, usual);
    }
}
