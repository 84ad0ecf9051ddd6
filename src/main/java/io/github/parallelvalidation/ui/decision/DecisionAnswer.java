package io.github.parallelvalidation.ui.decision;

import io.github.parallelvalidation.escalation.Decision;
import io.github.parallelvalidation.settings.EscalationOption;
import java.time.Instant;
import java.util.Map;

/// A person's answer to a run's question.
///
/// @param thresholds the moved ones, for relaxing
/// @param remember whether later runs are to be answered the same way without asking
public record DecisionAnswer(
        EscalationOption option, Map<String, Double> thresholds, Decision.Retry retry, boolean remember) {
    public DecisionAnswer {
        thresholds = Map.copyOf(thresholds);
    }

    public static DecisionAnswer of(EscalationOption option) {
        return new DecisionAnswer(option, Map.of(), Decision.Retry.BY_DEFAULT, false);
    }

    public Decision by(Decision.By by, Instant at) {
        return new Decision(option, by, at, thresholds, retry);
    }
}
