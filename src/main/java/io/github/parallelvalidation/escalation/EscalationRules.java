package io.github.parallelvalidation.escalation;

import io.github.parallelvalidation.gate.FailureReason;
import io.github.parallelvalidation.result.StrategyResult;
import io.github.parallelvalidation.result.Verdict;
import io.github.parallelvalidation.settings.EscalationOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Decides whether a run asks for a decision.
///
/// @param failureThreshold share of strategies without a pass that must be exceeded; two of four at 0.5 do not escalate
public record EscalationRules(double failureThreshold) {
    private static final int MANY_TIMEOUTS = 3;

    public Optional<Escalation> assess(List<StrategyResult> results) {
        List<EscalationReason> reasons = new ArrayList<>();
        long unsuccessful = results.stream().filter(result -> !result.passed()).count();
        if (unsuccessful > failureThreshold * results.size()) {
            reasons.add(EscalationReason.FAILURE_RATE);
        }
        if (!results.isEmpty() && unsuccessful == results.size()) {
            reasons.add(EscalationReason.ALL_FAILED);
        }
        // A time-out whose retry came to a result leaves nothing to decide.
        long timedOut = results.stream()
                .filter(result -> result.judgement().verdict() == Verdict.TIMEOUT)
                .count();
        if (timedOut >= MANY_TIMEOUTS) {
            reasons.add(EscalationReason.TIMEOUTS);
        }
        if (results.stream().anyMatch(EscalationRules::recoveryExhausted)) {
            reasons.add(EscalationReason.RECOVERY_EXHAUSTED);
        }
        return reasons.isEmpty()
                ? Optional.empty()
                : Optional.of(new Escalation(reasons, List.of(EscalationOption.values()), null));
    }

    private static boolean recoveryExhausted(StrategyResult result) {
        return result.judgement().failure() != null
                && result.judgement().failure().reason() == FailureReason.WORKER_CRASH;
    }
}
