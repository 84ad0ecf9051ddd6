package io.github.parallelvalidation.ui;

import io.github.parallelvalidation.gate.GateResult;
import io.github.parallelvalidation.gate.MetricNames;
import io.github.parallelvalidation.gate.TierGates;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What gates ask for, in words.
final class Needs {
    private Needs() {}

    static String of(GateResult gate) {
        return of(gate.name(), gate.operator(), gate.threshold(), gate.tolerance());
    }

    /// "more than 0.01", "more than 0.005 away from 0.5"
    static String of(String gate, String operator, double threshold, @Nullable Double tolerance) {
        return switch (operator) {
            case ">" -> "more than " + Figures.exact(threshold);
            case "<" -> "less than " + Figures.exact(threshold);
            case "!=" ->
                "more than %s away from %s"
                        .formatted(Figures.exact(tolerance == null ? 0 : tolerance), Figures.exact(threshold));
            default -> throw new IllegalArgumentException("the gate " + gate + " compares with " + operator);
        };
    }

    /// A moved threshold: "ic more than 0.009 instead of 0.01".
    static String moved(Map.Entry<String, Double> threshold, TierGates original) {
        double before = original.thresholds().getOrDefault(threshold.getKey(), Double.NaN);
        String comparison = threshold.getKey().equals(MetricNames.HIT_RATE) ? "off a coin by " : "more than ";
        return "%s %s%s instead of %s"
                .formatted(
                        MetricColumn.label(threshold.getKey()),
                        comparison,
                        Figures.exact(rounded(threshold.getValue())),
                        Figures.exact(before));
    }

    /// 0.01 × 0.9 in binary has digits that nobody meant.
    private static double rounded(double value) {
        return Math.round(value * 1e9) / 1e9;
    }
}
