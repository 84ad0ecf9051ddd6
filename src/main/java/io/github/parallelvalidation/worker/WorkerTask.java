package io.github.parallelvalidation.worker;

import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.workspace.StrategyId;
import io.github.parallelvalidation.workspace.Workspace;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/// One attempt at one strategy.
///
/// @param workerId `WORKER-` and a UUID
/// @param attempt from 1
/// @param strategyFolder the strategy's folder
public record WorkerTask(
        Workspace workspace,
        StrategyId strategyId,
        Tier tier,
        String runId,
        String workerId,
        int attempt,
        Path strategyFolder,
        Duration timeout) {
    /// By this variable a worker's processes are known, wherever they went.
    static final String MARK = "PV_WORKER_ID";

    public Path outputFolder() {
        return strategyFolder.resolve("backtest-results");
    }

    /// What the protocol tells a worker beside its arguments.
    Map<String, String> environment() {
        return Map.of(
                "PV_RUN_ID",
                runId,
                MARK,
                workerId,
                "PV_ATTEMPT",
                String.valueOf(attempt),
                "PV_WORKSPACE",
                workspace.root().toString());
    }

    /// The settings that the protocol passes to a worker, as JSON.
    String configOverride() {
        return "{\"timeout_seconds\": %s, \"workers\": 1}".formatted(seconds());
    }

    private String seconds() {
        double seconds = timeout.toMillis() / 1000.0;
        return seconds == Math.rint(seconds) ? String.valueOf((long) seconds) : String.valueOf(seconds);
    }
}
