package io.github.parallelvalidation.metrics;

import io.github.parallelvalidation.gate.Metrics;
import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.supervise.Attempt;
import io.github.parallelvalidation.supervise.AttemptOutcome;
import io.github.parallelvalidation.supervise.Evidence;
import io.github.parallelvalidation.supervise.WorkerTask;
import io.github.parallelvalidation.workspace.StrategyId;
import io.github.parallelvalidation.workspace.Workspace;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// Attempts that are over.
final class Attempts {
    private Attempts() {}

    static Attempt measured(String id, double seconds) {
        return made(id, new AttemptOutcome.Completed(new Metrics(Map.of(), Map.of()), null), seconds, 0);
    }

    static Attempt timedOut(String id, double seconds) {
        return made(id, new AttemptOutcome.TimedOut(seconds), seconds, 0);
    }

    static Attempt made(String id, AttemptOutcome outcome, double seconds, double cpuSeconds) {
        return new Attempt(
                new WorkerTask(
                        new Workspace(Path.of("")),
                        new StrategyId(id),
                        Tier.L0,
                        "2026-11-22-143000",
                        "WORKER-1",
                        1,
                        Path.of(""),
                        Duration.ofSeconds(1)),
                outcome,
                seconds,
                new Evidence(null, 0, cpuSeconds, List.of(), ""));
    }
}
