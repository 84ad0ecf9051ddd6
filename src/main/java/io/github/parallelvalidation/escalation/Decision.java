package io.github.parallelvalidation.escalation;

import io.github.parallelvalidation.settings.EscalationOption;
import io.github.parallelvalidation.workspace.StrategyId;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;

/// A decision about a run: what was decided, by whom and when.
///
/// @param thresholds for [EscalationOption#RELAX]: the moved thresholds by gate name, else empty
/// @param insteadOf what these were in the run, as far as that is known
/// @param retry for [EscalationOption#RETRY]: what is run again
public record Decision(
        EscalationOption option,
        By decidedBy,
        Instant at,
        Map<String, Double> thresholds,
        Map<String, Double> insteadOf,
        Retry retry) {
    public Decision {
        thresholds = Map.copyOf(thresholds);
        insteadOf = Map.copyOf(insteadOf);
    }

    public Decision(EscalationOption option, By decidedBy, Instant at, Map<String, Double> thresholds, Retry retry) {
        this(option, decidedBy, at, thresholds, Map.of(), retry);
    }

    public Decision(EscalationOption option, By decidedBy, Instant at, Map<String, Double> thresholds) {
        this(option, decidedBy, at, thresholds, Retry.BY_DEFAULT);
    }

    /// The strategies and the time limit of a retry.
    ///
    /// @param strategies these; empty: as [RetryChoice#byDefault] says
    /// @param timeoutSeconds the time limit of one attempt, or empty: as the settings say
    public record Retry(List<StrategyId> strategies, OptionalInt timeoutSeconds) {
        public static final Retry BY_DEFAULT = new Retry(List.of(), OptionalInt.empty());

        public Retry {
            strategies = List.copyOf(strategies);
        }
    }

    /// Where a decision was made: in the window, on the command line, by a policy, by an agent, or by a person whom an
    /// agent's program asked.
    public enum By {
        GUI,
        CLI,
        POLICY,
        AGENT,
        CLIENT;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
