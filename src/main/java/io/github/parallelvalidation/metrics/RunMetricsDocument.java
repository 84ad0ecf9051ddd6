package io.github.parallelvalidation.metrics;

import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.luck.RunLuckDocument;
import io.github.parallelvalidation.queue.Status;
import io.github.parallelvalidation.result.Outcome;
import io.github.parallelvalidation.workspace.StrategyId;
import io.github.parallelvalidation.workspace.YamlMapping;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// Converts one run of the history to and from YAML.
final class RunMetricsDocument {
    private static final DateTimeFormatter RUN_ID =
            DateTimeFormatter.ofPattern("uuuu-MM-dd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final String CANCELLED = "cancelled";
    private static final String AVERAGE = "average_worker_time_seconds";
    private static final String RESULT = "result";
    private static final String MEMORY = "peak_memory_mb";
    private static final String RELAXED = "relaxed_gates";
    private static final String WITHOUT_L0_PASS = "without_l0_pass";

    private RunMetricsDocument() {}

    static Map<String, @Nullable Object> of(RunMetrics run) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("run_date", run.runDate().toString());
        map.put("run_id", run.runId());
        map.put("tier", run.tier().name());
        map.put("outcome", run.results().outcome().name());
        if (run.results().cancelled()) {
            map.put(CANCELLED, true);
        }
        map.put("decision", run.results().decision());
        map.put("workers_spawned", run.workers().spawned());
        map.put("workers_completed", run.workers().completed());
        map.put("workers_timeout", run.workers().timeout());
        OptionalDouble completion = run.workers().completionRate();
        map.put("workers_completed_percent", completion.isPresent() ? 100 * completion.getAsDouble() : null);
        map.put("strategies_passed", run.results().passed());
        map.put("strategies_failed", run.results().failed());
        RunLuckDocument.put(map, run.results().luck(), run.results().passed());
        map.put("wall_clock_minutes", run.times().wallClockMinutes());
        map.put("sequential_equivalent_minutes", run.times().sequentialEquivalentMinutes());
        map.put("compute_saved_minutes", run.times().computeSavedMinutes());
        map.put("compute_saved_percent", run.times().computeSavedPercent());
        map.put("nominal_saved_minutes", run.nominalSavedMinutes());
        OptionalDouble perHour = run.strategiesPerHour();
        map.put("strategies_per_hour", perHour.isPresent() ? perHour.getAsDouble() : null);
        map.put("retries", run.workers().retries());
        map.put("crashes", run.workers().crashes());
        RunMetrics.Performance performance = run.workers().performance();
        if (performance != null) {
            map.put(AVERAGE, performance.seconds().average());
            map.put("max_worker_time_seconds", performance.seconds().max());
            map.put("min_worker_time_seconds", performance.seconds().min());
            map.put("peak_worker_memory_mb", performance.peak().memoryMb());
            map.put("peak_worker_cpu_percent", performance.peak().cpuPercent());
        }
        map.put("queue_depth_before", run.queueDepth().before());
        map.put("queue_depth_after", run.queueDepth().after());
        map.put(
                "strategies",
                run.results().strategies().stream().map(RunMetricsDocument::of).toList());
        map.put("alerts", run.alerts());
        return map;
    }

    private static Map<String, Object> of(RunMetrics.Item item) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("id", item.id().value());
        map.put("status", item.status().name());
        map.put("seconds", item.seconds());
        map.put("attempts", item.attempts());
        if (!item.hasResult()) {
            map.put(RESULT, false);
        }
        RunMetrics.Use use = item.use();
        if (use != null) {
            map.put(MEMORY, use.memoryMb());
            map.put("cpu_seconds", use.cpuSeconds());
        }
        if (!item.relaxedGates().isEmpty()) {
            map.put(RELAXED, item.relaxedGates());
        }
        if (item.withoutL0Pass()) {
            map.put(WITHOUT_L0_PASS, true);
        }
        return map;
    }

    /// Another program may have written no more than its counts and times: the id of a run is its date, a tier that is
    /// not named is L0, and how it ended follows from who passed.
    ///
    /// @throws io.github.parallelvalidation.workspace.ProblemException when the mapping is not a run
    static RunMetrics read(YamlMapping map) {
        Instant date = map.scalar("run_date").asInstant("run_date");
        return new RunMetrics(
                map.findText("run_id").orElseGet(() -> RUN_ID.format(date)),
                date,
                map.findText("tier")
                        .map(text -> Tier.parse(text).orElseThrow(() -> map.problem("'tier' must be L0 or L1")))
                        .orElse(Tier.L0),
                results(map),
                workers(map),
                new RunMetrics.Times(map.number("wall_clock_minutes"), map.number("sequential_equivalent_minutes")),
                new RunMetrics.QueueDepth(count(map, "queue_depth_before"), count(map, "queue_depth_after")),
                map.list("alerts", item -> item.asScalar("an alert").value()));
    }

    private static RunMetrics.Results results(YamlMapping map) {
        return new RunMetrics.Results(
                map.findScalar("outcome")
                        .map(word -> word.asWord("outcome", Outcome.class))
                        .orElseGet(() -> outcome(count(map, "strategies_passed"), count(map, "strategies_failed"))),
                map.find(CANCELLED)
                        .map(node -> node.asScalar(CANCELLED).asBoolean(CANCELLED))
                        .orElse(false),
                map.findText("decision").orElse(null),
                count(map, "strategies_passed"),
                count(map, "strategies_failed"),
                RunLuckDocument.read(map, count(map, "strategies_passed")),
                map.list("strategies", item -> item(item.asMapping("a strategy"))));
    }

    private static Outcome outcome(int passed, int failed) {
        if (failed == 0) {
            return passed == 0 ? Outcome.NOTHING_PENDING : Outcome.ALL_PASS;
        }
        return passed == 0 ? Outcome.ALL_FAIL : Outcome.MIXED;
    }

    private static RunMetrics.Workers workers(YamlMapping map) {
        return new RunMetrics.Workers(
                count(map, "workers_spawned"),
                count(map, "workers_completed"),
                count(map, "workers_timeout"),
                count(map, "retries"),
                count(map, "crashes"),
                map.find(AVERAGE).map(_ -> performance(map)).orElse(null));
    }

    private static RunMetrics.Performance performance(YamlMapping map) {
        return new RunMetrics.Performance(
                new RunMetrics.WorkerSeconds(
                        map.number(AVERAGE),
                        map.number("max_worker_time_seconds"),
                        map.number("min_worker_time_seconds")),
                new RunMetrics.PeakUse(count(map, "peak_worker_memory_mb"), map.number("peak_worker_cpu_percent")));
    }

    private static RunMetrics.Item item(YamlMapping map) {
        return new RunMetrics.Item(
                StrategyId.parse(map.text("id")).orElseThrow(() -> map.problem("'id' must be a strategy id")),
                Status.parse(map.text("status")),
                map.number("seconds"),
                count(map, "attempts"),
                map.numbers(RELAXED),
                map.find(RESULT)
                        .map(node -> node.asScalar(RESULT).asBoolean(RESULT))
                        .orElse(true),
                map.truth(WITHOUT_L0_PASS),
                map.find(MEMORY)
                        .map(_ -> new RunMetrics.Use(count(map, MEMORY), map.number("cpu_seconds")))
                        .orElse(null));
    }

    private static int count(YamlMapping map, String key) {
        return (int) map.number(key);
    }
}
