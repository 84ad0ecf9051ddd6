package io.github.parallelvalidation.metrics;

import io.github.parallelvalidation.gate.Metrics;
import io.github.parallelvalidation.supervise.Attempt;
import io.github.parallelvalidation.supervise.AttemptId;
import io.github.parallelvalidation.supervise.AttemptOutcome;
import io.github.parallelvalidation.supervise.Evidence;
import io.github.parallelvalidation.workspace.StrategyId;
import java.util.List;
import java.util.Map;

/// Attempts that are over.
final class Attempts {
    private Attempts() {}

    static Attempt measured(String id, double seconds) {
        return made(id, new AttemptOutcome.Completed(new Metrics(Map.of(), Map.of())), seconds, 0);
    }

    static Attempt timedOut(String id, double seconds) {
        return made(id, new AttemptOutcome.TimedOut(seconds), seconds, 0);
    }

    static Attempt made(String id, AttemptOutcome outcome, double seconds, double cpuSeconds) {
        return new Attempt(
                new AttemptId(new StrategyId(id), "WORKER-1", 1),
                outcome,
                seconds,
                new Evidence(null, 0, cpuSeconds, List.of(), ""));
    }
}
