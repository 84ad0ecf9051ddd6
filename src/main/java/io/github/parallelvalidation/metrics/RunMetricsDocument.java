package io.github.parallelvalidation.metrics;

import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.queue.Status;
import io.github.parallelvalidation.result.Outcome;
import io.github.parallelvalidation.workspace.StrategyId;
import io.github.parallelvalidation.workspace.YamlMapping;
import io.github.parallelvalidation.workspace.YamlScalar;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Converts one run of the history to and from YAML.
final class RunMetricsDocument {
    private static final String RELAXED = "relaxed_gates";

    private RunMetricsDocument() {}

    static Map<String, @Nullable Object> of(RunMetrics run) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("run_date", run.runDate().toString());
        map.put("run_id", run.runId());
        map.put("tier", run.tier().name());
        map.put("outcome", run.results().outcome().name());
        map.put("decision", run.results().decision());
        map.put("workers_spawned", run.workers().spawned());
        map.put("workers_completed", run.workers().completed());
        map.put("workers_timeout", run.workers().timeout());
        map.put("strategies_passed", run.results().passed());
        map.put("strategies_failed", run.results().failed());
        map.put("expected_lucky_passes", run.results().expectedLuckyPasses());
        map.put("wall_clock_minutes", run.times().wallClockMinutes());
        map.put("sequential_equivalent_minutes", run.times().sequentialEquivalentMinutes());
        map.put("compute_saved_minutes", run.times().computeSavedMinutes());
        map.put("compute_saved_percent", run.times().computeSavedPercent());
        map.put("nominal_saved_minutes", run.nominalSavedMinutes());
        map.put("average_worker_time_seconds", run.workers().seconds().average());
        map.put("max_worker_time_seconds", run.workers().seconds().max());
        map.put("min_worker_time_seconds", run.workers().seconds().min());
        map.put("retries", run.workers().retries());
        map.put("crashes", run.workers().crashes());
        map.put("peak_worker_memory_mb", run.workers().peak().memoryMb());
        map.put("peak_worker_cpu_percent", run.workers().peak().cpuPercent());
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
        if (!item.relaxedGates().isEmpty()) {
            map.put(RELAXED, item.relaxedGates());
        }
        return map;
    }

    /// @throws io.github.parallelvalidation.workspace.ProblemException when the mapping is not a run
    static RunMetrics read(YamlMapping map) {
        Fields fields = new Fields(map);
        return new RunMetrics(
                fields.text("run_id"),
                fields.scalar("run_date").asInstant("run_date"),
                Tier.parse(fields.text("tier")).orElseThrow(() -> map.problem("'tier' must be L0 or L1")),
                results(fields),
                workers(fields),
                new RunMetrics.Times(
                        fields.number("wall_clock_minutes"), fields.number("sequential_equivalent_minutes")),
                new RunMetrics.QueueDepth(fields.count("queue_depth_before"), fields.count("queue_depth_after")),
                map.find("alerts")
                        .map(node -> node.asSequence("alerts").items().stream()
                                .map(item -> item.asScalar("an alert").value())
                                .toList())
                        .orElse(List.of()));
    }

    private static RunMetrics.Results results(Fields fields) {
        YamlMapping map = fields.map();
        return new RunMetrics.Results(
                fields.scalar("outcome").asWord("outcome", Outcome.class),
                map.find("decision")
                        .map(node -> node.asScalar("decision").value())
                        .orElse(null),
                fields.count("strategies_passed"),
                fields.count("strategies_failed"),
                map.find("expected_lucky_passes")
                        .map(node -> node.asScalar("expected_lucky_passes")
                                .asDouble("expected_lucky_passes", 0, Double.MAX_VALUE))
                        .orElse(null),
                map.find("strategies")
                        .map(node -> node.asSequence("strategies").items().stream()
                                .map(item -> item(item.asMapping("a strategy")))
                                .toList())
                        .orElse(List.of()));
    }

    private static RunMetrics.Workers workers(Fields fields) {
        return new RunMetrics.Workers(
                fields.count("workers_spawned"),
                fields.count("workers_completed"),
                fields.count("workers_timeout"),
                fields.count("retries"),
                fields.count("crashes"),
                new RunMetrics.WorkerSeconds(
                        fields.number("average_worker_time_seconds"),
                        fields.number("max_worker_time_seconds"),
                        fields.number("min_worker_time_seconds")),
                new RunMetrics.PeakUse(
                        fields.count("peak_worker_memory_mb"), fields.number("peak_worker_cpu_percent")));
    }

    private static RunMetrics.Item item(YamlMapping map) {
        Fields fields = new Fields(map);
        return new RunMetrics.Item(
                StrategyId.parse(fields.text("id")).orElseThrow(() -> map.problem("'id' must be a strategy id")),
                Status.parse(fields.text("status")),
                fields.number("seconds"),
                fields.count("attempts"),
                relaxedGates(map));
    }

    private static Map<String, Double> relaxedGates(YamlMapping item) {
        Map<String, Double> gates = new LinkedHashMap<>();
        item.find(RELAXED)
                .map(node -> node.asMapping(RELAXED))
                .ifPresent(mapping -> mapping.pairs()
                        .forEach(pair -> gates.put(
                                pair.key().value(),
                                pair.value()
                                        .asScalar(RELAXED)
                                        .asDouble(RELAXED, -Double.MAX_VALUE, Double.MAX_VALUE))));
        return gates;
    }

    private record Fields(YamlMapping map) {
        YamlScalar scalar(String key) {
            return map.find(key)
                    .orElseThrow(() -> map.problem("'" + key + "' is missing"))
                    .asScalar(key);
        }

        String text(String key) {
            return scalar(key).value();
        }

        double number(String key) {
            return map.find(key)
                    .map(node -> node.asScalar(key).asDouble(key, -Double.MAX_VALUE, Double.MAX_VALUE))
                    .orElse(0.0);
        }

        int count(String key) {
            return (int) number(key);
        }
    }
}
