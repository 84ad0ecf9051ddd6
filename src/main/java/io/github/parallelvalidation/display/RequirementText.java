package io.github.parallelvalidation.display;

import io.github.parallelvalidation.gate.GateResult;
import org.jspecify.annotations.Nullable;

/// What gates ask for, in words.
public final class RequirementText {
    private RequirementText() {}

    public static String of(GateResult gate) {
        return of(gate.name(), gate.operator(), gate.threshold(), gate.tolerance());
    }

    /// "more than 0.01", "more than 0.005 away from 0.5"
    public static String of(String gate, String operator, double threshold, @Nullable Double tolerance) {
        return switch (operator) {
            case ">" -> "more than " + Figures.exact(threshold);
            case "<" -> "less than " + Figures.exact(threshold);
            case "!=" ->
                "more than %s away from %s"
                        .formatted(Figures.exact(tolerance == null ? 0 : tolerance), Figures.exact(threshold));
            default -> throw new IllegalArgumentException("the gate " + gate + " compares with " + operator);
        };
    }
}
