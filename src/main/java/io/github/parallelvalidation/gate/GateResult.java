package io.github.parallelvalidation.gate;

import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// The result of one gate for one strategy. The wording of a gate is defined here and in [Requirement], for the worker,
/// the failure messages in files, the command line and the window.
///
/// @param name the metric's name
/// @param actual the metric, or null where it could not be computed
/// @param passed whether the gate holds
/// @param reason the failure reason when the gate does not hold
/// @param missing why there is no actual value
public record GateResult(
        String name,
        @Nullable Double actual,
        Requirement requirement,
        boolean passed,
        FailureReason reason,
        @Nullable String missing) {

    /// A metric that is missing fails its gate.
    public static GateResult of(String name, Metrics metrics, Requirement requirement, FailureReason reason) {
        OptionalDouble actual = metrics.number(name);
        return actual.isPresent()
                ? new GateResult(
                        name, actual.getAsDouble(), requirement, requirement.holds(actual.getAsDouble()), reason, null)
                : new GateResult(name, null, requirement, false, reason, metrics.whyMissing(name));
    }

    /// The same gate, holding all the same.
    GateResult held() {
        return new GateResult(name, actual, requirement, true, reason, missing);
    }

    /// What people read: "signals 8, needs more than 10".
    public String sentence() {
        String value = actual == null ? "not known (" + missing + ")" : requirement.valueText(actual);
        return label() + " " + value + ", needs " + requirement.words();
    }

    private String label() {
        return switch (name) {
            case MetricNames.SIGNAL_FREQUENCY -> "signals";
            default -> name.replace('_', ' ');
        };
    }
}
