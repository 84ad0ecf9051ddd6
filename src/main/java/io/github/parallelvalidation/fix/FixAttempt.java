package io.github.parallelvalidation.fix;

import io.github.parallelvalidation.gate.FailureReason;
import io.github.parallelvalidation.gate.GateResult;
import io.github.parallelvalidation.gate.Metrics;
import io.github.parallelvalidation.number.PlainNumber;
import io.github.parallelvalidation.strategy.ParameterVariation;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The result of a parameter variation of a strategy that failed. The strategy stays failed; a pass is a suggestion.
///
/// @param reason the failure reason of the strategy as written
/// @param parametersHash identifies the variation; null where nothing was measured
/// @param message why it did not pass; empty after a pass
public record FixAttempt(
        ParameterVariation variation,
        FailureReason reason,
        @Nullable String parametersHash,
        Metrics metrics,
        List<GateResult> gates,
        boolean passed,
        String message) {
    public FixAttempt {
        gates = List.copyOf(gates);
    }

    /// "entry_z 1.35 instead of 1.5".
    public String change() {
        return variation.tried().entrySet().stream()
                .map(entry -> "%s %s instead of %s"
                        .formatted(
                                entry.getKey(),
                                PlainNumber.of(entry.getValue()),
                                PlainNumber.of(variation.before().getOrDefault(entry.getKey(), entry.getValue()))))
                .collect(Collectors.joining(", "));
    }
}
