package io.github.parallelvalidation.supervise;

import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.strategy.ParameterVariation;
import io.github.parallelvalidation.workspace.StrategyId;
import io.github.parallelvalidation.workspace.Workspace;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One attempt at one strategy.
///
/// @param workerId `WORKER-` and a UUID
/// @param attempt from 1
/// @param strategyFolder the strategy's folder
/// @param variation the parameters that replace the strategy's own, or null
public record WorkerTask(
        Workspace workspace,
        StrategyId strategyId,
        Tier tier,
        String runId,
        String workerId,
        int attempt,
        Path strategyFolder,
        Duration timeout,
        @Nullable ParameterVariation variation) {
    /// By this variable a worker's processes are known, wherever they went.
    static final String MARK = "PV_WORKER_ID";

    /// With the strategy's own numbers.
    public WorkerTask(
            Workspace workspace,
            StrategyId strategyId,
            Tier tier,
            String runId,
            String workerId,
            int attempt,
            Path strategyFolder,
            Duration timeout) {
        this(workspace, strategyId, tier, runId, workerId, attempt, strategyFolder, timeout, null);
    }

    public Path outputFolder() {
        Path results = strategyFolder.resolve("backtest-results");
        return variation == null ? results : results.resolve(variation.name());
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
        String numbers = variation == null ? "" : ", \"parameters\": " + variation.json();
        return "{\"timeout_seconds\": %s, \"workers\": 1%s}".formatted(seconds(), numbers);
    }

    private String seconds() {
        double seconds = timeout.toMillis() / 1000.0;
        return seconds == Math.rint(seconds) ? String.valueOf((long) seconds) : String.valueOf(seconds);
    }
}
