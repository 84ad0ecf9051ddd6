package io.github.parallelvalidation.display;

import io.github.parallelvalidation.escalation.EscalationReason;
import io.github.parallelvalidation.result.RunSummary;
import io.github.parallelvalidation.result.StrategyResult;
import java.util.List;

/// Words the reasons why a run asks for a decision.
public final class EscalationText {
    private EscalationText() {}

    /// "67 % did not pass". What passed by the decision about it had not when it was asked.
    public static String of(EscalationReason reason, List<StrategyResult> results) {
        RunSummary summary = RunSummary.of(results, null);
        long passed = results.stream()
                .filter(result -> result.passed() && !result.isRelaxed())
                .count();
        return switch (reason) {
            case FAILURE_RATE ->
                Figures.percent((double) (summary.total() - passed) / summary.total()) + " did not pass";
            case ALL_FAILED -> "not one passed";
            case TIMEOUTS -> summary.timeout() + " ended in a time-out, their retries too";
            case RECOVERY_EXHAUSTED -> "a worker vanished again and again until it was given up";
        };
    }
}
