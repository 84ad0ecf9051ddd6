package io.github.parallelvalidation.supervise;

import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.number.PlainNumber;
import io.github.parallelvalidation.strategy.ParameterVariation;
import io.github.parallelvalidation.trust.Accepted;
import io.github.parallelvalidation.workspace.Workspace;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// What a worker is started for: one attempt at one strategy.
///
/// @param strategyFolder the strategy's folder
/// @param variation the parameters that replace the strategy's own, or null
/// @param accepted what of the workspace's programs was accepted when the run began
public record WorkerTask(
        Workspace workspace,
        AttemptId id,
        Tier tier,
        String runId,
        Path strategyFolder,
        Duration timeout,
        @Nullable ParameterVariation variation,
        Accepted accepted) {
    /// By this variable a worker's processes are known, wherever they went.
    static final String MARK = "PV_WORKER_ID";

    /// A task with the strategy's own parameters, and without programs.
    public WorkerTask(
            Workspace workspace, AttemptId id, Tier tier, String runId, Path strategyFolder, Duration timeout) {
        this(workspace, id, tier, runId, strategyFolder, timeout, null, Accepted.NONE);
    }

    /// The number of its parameter variation, or empty: the strategy as it is written.
    public OptionalInt variationNumber() {
        return variation == null ? OptionalInt.empty() : OptionalInt.of(variation.number());
    }

    public Path outputFolder() {
        Path results = results(strategyFolder);
        return variation == null ? results : results.resolve(variation.name());
    }

    static Path results(Path strategyFolder) {
        return strategyFolder.resolve(Workspace.RESULTS);
    }

    /// The results that its worker has to leave.
    public ExpectedResults expectedResults() {
        return new ExpectedResults(workspace, outputFolder(), tier, runId, id);
    }

    /// Whether a process that judges many may be asked first: a program's strategy has one of its own, and so has a
    /// second attempt.
    boolean mayShareProcess() {
        return id.number() == 1 && !accepted.hasProgramOf(id.strategy());
    }

    /// What a worker is told beside its arguments: that of the protocol, and which programs of its strategy were
    /// accepted.
    Map<String, String> environment() {
        Map<String, String> environment = protocol();
        environment.put(Accepted.VARIABLE, accepted.forWorker(id.strategy()));
        return environment;
    }

    /// What the protocol tells a worker beside its arguments.
    Map<String, String> protocol() {
        Map<String, String> environment = new LinkedHashMap<>(environment(workspace, runId));
        environment.put(MARK, id.workerId());
        environment.put("PV_ATTEMPT", String.valueOf(id.number()));
        return environment;
    }

    /// The part of it that is the same for all workers of a run.
    static Map<String, String> environment(Workspace workspace, String runId) {
        return Map.of("PV_RUN_ID", runId, "PV_WORKSPACE", workspace.root().toString());
    }

    /// The settings that the protocol passes to a worker, as JSON.
    String configOverride() {
        String numbers = variation == null ? "" : ", \"parameters\": " + variation.json();
        return "{\"timeout_seconds\": %s, \"workers\": 1%s}"
                .formatted(PlainNumber.of(timeout.toMillis() / 1000.0), numbers);
    }
}
