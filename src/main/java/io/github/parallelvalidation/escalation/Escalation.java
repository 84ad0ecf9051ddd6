package io.github.parallelvalidation.escalation;

import io.github.parallelvalidation.settings.EscalationOption;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A run's question to the researcher, and the decision once there is one.
///
/// @param decision null while the question is open
public record Escalation(
        List<EscalationReason> reasons,
        List<EscalationOption> options,
        @Nullable Decision decision) {
    public Escalation {
        reasons = List.copyOf(reasons);
        options = List.copyOf(options);
    }

    public Optional<Decision> decided() {
        return Optional.ofNullable(decision);
    }

    public Escalation with(Decision made) {
        return new Escalation(reasons, options, made);
    }
}
