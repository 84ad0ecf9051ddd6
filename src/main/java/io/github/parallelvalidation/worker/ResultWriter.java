package io.github.parallelvalidation.worker;

import io.github.parallelvalidation.backtest.Window;
import io.github.parallelvalidation.data.Bars;
import io.github.parallelvalidation.gate.Metrics;
import io.github.parallelvalidation.strategy.Strategy;
import io.github.parallelvalidation.workspace.AtomicFile;
import io.github.parallelvalidation.workspace.YamlText;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Writes a worker's results and then, last, the flag that says they are whole.
final class ResultWriter {
    private final WorkerTask task;
    private final ResultFiles files;

    ResultWriter(WorkerTask task) {
        this.task = task;
        this.files = new ResultFiles(task.outputFolder(), task.tier());
    }

    void measured(Metrics metrics, Strategy strategy, Window window) {
        Map<String, @Nullable Object> results = head();
        results.put("metrics", metrics.values());
        if (!metrics.reasons().isEmpty()) {
            results.put("reasons", metrics.reasons());
        }
        results.put("parameters", new TreeMap<>(strategy.parameters()));
        results.put("data", data(window));
        results.put("error", null);
        write(results, "COMPLETED");
    }

    void failed(String category, String message) {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("category", category);
        error.put("message", message);
        Map<String, @Nullable Object> results = head();
        results.put("error", error);
        write(results, "ERROR");
    }

    private static Map<String, Object> data(Window window) {
        Bars bars = window.bars();
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("symbol", bars.symbol());
        data.put("timeframe", bars.timeframe().toString());
        data.put("source", bars.source());
        data.put("first", bars.timeOf(0).toString());
        data.put("last", bars.timeOf(bars.size() - 1).toString());
        data.put("bars", bars.size());
        data.put("window_bars", window.size());
        data.put("gaps", bars.gaps());
        return data;
    }

    private Map<String, @Nullable Object> head() {
        Map<String, @Nullable Object> results = new LinkedHashMap<>();
        results.put("strategy_id", task.strategyId().value());
        results.put("tier", task.tier().name());
        results.putAll(owner());
        return results;
    }

    private Map<String, Object> owner() {
        Map<String, Object> owner = new LinkedHashMap<>();
        owner.put("run_id", task.runId());
        owner.put("worker_id", task.workerId());
        owner.put("attempt", task.attempt());
        return owner;
    }

    private void write(Map<String, @Nullable Object> results, String status) {
        String text = YamlText.dump(results);
        AtomicFile.write(files.results(), text);
        Map<String, Object> flag = new LinkedHashMap<>();
        flag.put("status", status);
        flag.putAll(owner());
        flag.put("results_sha256", ResultReader.sha256(text));
        flag.put("finished_at", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        AtomicFile.write(files.flag(), YamlText.dump(flag));
    }
}
