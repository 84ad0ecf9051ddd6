package io.github.parallelvalidation.escalation;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;

/// What was decided, by whom and when.
///
/// @param thresholds for [EscalationOption#RELAX]: the moved thresholds by gate name, else empty
public record Decision(EscalationOption option, By decidedBy, Instant at, Map<String, Double> thresholds) {
    public Decision {
        thresholds = Map.copyOf(thresholds);
    }

    /// Who decided.
    public enum By {
        GUI,
        CLI,
        POLICY;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
