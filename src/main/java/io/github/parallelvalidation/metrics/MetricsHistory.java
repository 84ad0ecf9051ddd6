package io.github.parallelvalidation.metrics;

import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.plan.Estimates;
import io.github.parallelvalidation.plan.UsualTimes;
import io.github.parallelvalidation.queue.Status;
import io.github.parallelvalidation.result.Outcome;
import io.github.parallelvalidation.result.StrategyResult;
import io.github.parallelvalidation.workspace.OwnFile;
import io.github.parallelvalidation.workspace.StrategyId;
import io.github.parallelvalidation.workspace.YamlDocument;
import io.github.parallelvalidation.workspace.YamlMapping;
import io.github.parallelvalidation.workspace.YamlNode;
import io.github.parallelvalidation.workspace.YamlScalar;
import io.github.parallelvalidation.workspace.YamlText;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// `parallel-validation-metrics.yaml`: the last thirty runs, newest last, keyed by run id so that a
/// repeated write is harmless.
public final class MetricsHistory {
    public static final int RUNS_KEPT = 30;
    private static final String RELAXED = "relaxed_gates";
    private static final String ROOT = "parallel_validation_metrics";

    private final Path file;

    public MetricsHistory(Path file) {
        this.file = file;
    }

    /// @throws io.github.parallelvalidation.workspace.ProblemException when the file is not a history
    public List<RunMetrics> read() {
        if (!Files.exists(file)) {
            return List.of();
        }
        YamlNode root = YamlDocument.read(file);
        if (root.isNull()) {
            return List.of();
        }
        return root.asMapping("the history")
                .find(ROOT)
                .map(node -> node.asSequence(ROOT).items().stream()
                        .map(item -> run(item.asMapping("a run")))
                        .toList())
                .orElse(List.of());
    }

    /// Adds a run, or replaces the one with the same id.
    public void put(RunMetrics run) {
        List<RunMetrics> runs = new ArrayList<>(read());
        int same = runs.stream().map(RunMetrics::runId).toList().indexOf(run.runId());
        if (same >= 0) {
            runs.set(same, run);
        } else {
            runs.add(run);
        }
        List<RunMetrics> kept = runs.subList(Math.max(0, runs.size() - RUNS_KEPT), runs.size());
        OwnFile.write(
                file,
                YamlText.dump(
                        Map.of(ROOT, kept.stream().map(MetricsHistory::document).toList())));
    }

    /// Notes what was decided about a run, and what its strategies came to by that.
    public void decide(String runId, String decision, List<StrategyResult> results) {
        read().stream()
                .filter(run -> run.runId().equals(runId))
                .findFirst()
                .ifPresent(run -> put(run.decided(decision, results)));
    }

    /// What each strategy's last attempt at this tier took.
    public static Estimates estimates(List<RunMetrics> runs, Tier tier) {
        Map<StrategyId, Double> seconds = new HashMap<>();
        runs.stream()
                .filter(run -> run.tier() == tier)
                .flatMap(run -> run.strategies().stream())
                .filter(item -> item.seconds() > 0)
                .forEach(item -> seconds.put(item.id(), item.seconds()));
        return new Estimates(seconds);
    }

    /// What each strategy took at this tier whenever it came to a result.
    public static UsualTimes usualTimes(List<RunMetrics> runs, Tier tier) {
        return new UsualTimes(runs.stream()
                .filter(run -> run.tier() == tier)
                .flatMap(run -> run.strategies().stream())
                .filter(item ->
                        item.seconds() > 0 && item.status() != Status.FAILED_TIMEOUT && item.status() != Status.ERROR)
                .collect(Collectors.groupingBy(
                        RunMetrics.Item::id, Collectors.mapping(RunMetrics.Item::seconds, Collectors.toList()))));
    }

    private static Map<String, @Nullable Object> document(RunMetrics run) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("run_date", run.runDate().toString());
        map.put("run_id", run.runId());
        map.put("tier", run.tier().name());
        map.put("outcome", run.outcome().name());
        map.put("decision", run.decision());
        map.put("workers_spawned", run.workersSpawned());
        map.put("workers_completed", run.workersCompleted());
        map.put("workers_timeout", run.workersTimeout());
        map.put("strategies_passed", run.strategiesPassed());
        map.put("strategies_failed", run.strategiesFailed());
        map.put("expected_lucky_passes", run.expectedLuckyPasses());
        map.put("wall_clock_minutes", run.wallClockMinutes());
        map.put("sequential_equivalent_minutes", run.sequentialEquivalentMinutes());
        map.put("compute_saved_minutes", run.computeSavedMinutes());
        map.put("compute_saved_percent", run.computeSavedPercent());
        map.put("nominal_saved_minutes", run.nominalSavedMinutes());
        map.put("average_worker_time_seconds", run.averageWorkerTimeSeconds());
        map.put("max_worker_time_seconds", run.maxWorkerTimeSeconds());
        map.put("min_worker_time_seconds", run.minWorkerTimeSeconds());
        map.put("retries", run.retries());
        map.put("crashes", run.crashes());
        map.put("peak_worker_memory_mb", run.peakWorkerMemoryMb());
        map.put("peak_worker_cpu_percent", run.peakWorkerCpuPercent());
        map.put("queue_depth_before", run.queueDepthBefore());
        map.put("queue_depth_after", run.queueDepthAfter());
        map.put(
                "strategies",
                run.strategies().stream().map(MetricsHistory::document).toList());
        map.put("alerts", run.alerts());
        return map;
    }

    private static Map<String, Object> document(RunMetrics.Item item) {
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

    private static RunMetrics run(YamlMapping map) {
        Fields fields = new Fields(map);
        return new RunMetrics(
                fields.text("run_id"),
                fields.scalar("run_date").asInstant("run_date"),
                Tier.parse(fields.text("tier")).orElseThrow(() -> map.problem("'tier' must be L0 or L1")),
                fields.scalar("outcome").asWord("outcome", Outcome.class),
                map.find("decision")
                        .map(node -> node.asScalar("decision").value())
                        .orElse(null),
                fields.count("workers_spawned"),
                fields.count("workers_completed"),
                fields.count("workers_timeout"),
                fields.count("strategies_passed"),
                fields.count("strategies_failed"),
                map.find("expected_lucky_passes")
                        .map(node -> node.asScalar("expected_lucky_passes")
                                .asDouble("expected_lucky_passes", 0, Double.MAX_VALUE))
                        .orElse(null),
                fields.number("wall_clock_minutes"),
                fields.number("sequential_equivalent_minutes"),
                fields.number("average_worker_time_seconds"),
                fields.number("max_worker_time_seconds"),
                fields.number("min_worker_time_seconds"),
                fields.count("retries"),
                fields.count("crashes"),
                fields.count("peak_worker_memory_mb"),
                fields.number("peak_worker_cpu_percent"),
                fields.count("queue_depth_before"),
                fields.count("queue_depth_after"),
                map.find("strategies")
                        .map(node -> node.asSequence("strategies").items().stream()
                                .map(item -> item(item.asMapping("a strategy")))
                                .toList())
                        .orElse(List.of()),
                map.find("alerts")
                        .map(node -> node.asSequence("alerts").items().stream()
                                .map(item -> item.asScalar("an alert").value())
                                .toList())
                        .orElse(List.of()));
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
