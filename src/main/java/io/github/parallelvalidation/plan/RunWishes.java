package io.github.parallelvalidation.plan;

import io.github.parallelvalidation.settings.EscalationPolicy;
import java.util.Map;
import java.util.Optional;

/// The follow-up options of a run. They are kept with the run, so that a decision made after a restart still continues
/// the chain.
///
/// @param thenL1 what passes L0 goes on to L1 once all questions are answered
/// @param onEscalation how questions are answered, or empty: as the settings say
/// @param relax thresholds for relaxing, by gate name; empty means every failed one a tenth looser
public record RunWishes(boolean thenL1, Optional<EscalationPolicy> onEscalation, Map<String, Double> relax) {
    public static final RunWishes NONE = new RunWishes(false, Optional.empty(), Map.of());

    public RunWishes {
        relax = Map.copyOf(relax);
    }

    /// These options, completed by those of an earlier request.
    public RunWishes over(RunWishes earlier) {
        return new RunWishes(
                thenL1 || earlier.thenL1,
                onEscalation.or(earlier::onEscalation),
                onEscalation.isPresent() ? relax : earlier.relax);
    }

    /// The options that carry over to the next tier: thresholds are those of one tier.
    public RunWishes atNextTier() {
        return new RunWishes(false, onEscalation, Map.of());
    }
}
