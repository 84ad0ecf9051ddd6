package io.github.parallelvalidation.gate;

import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.DoublePredicate;
import org.jspecify.annotations.Nullable;

/// One gate applied to one strategy.
///
/// @param name the metric's name
/// @param actual the metric, or null where it could not be computed
/// @param operator `>`, `<`, or `!=`
/// @param threshold what the metric is compared with
/// @param tolerance for `!=`, how far from the threshold the metric must be
/// @param passed whether the gate holds
/// @param reason what a failure is called
/// @param missing why there is no actual value
public record GateResult(
        String name,
        @Nullable Double actual,
        String operator,
        double threshold,
        @Nullable Double tolerance,
        boolean passed,
        FailureReason reason,
        @Nullable String missing) {

    public static GateResult above(
            String name, Metrics metrics, DoublePredicate holds, double threshold, FailureReason reason) {
        return of(name, metrics, holds, ">", threshold, null, reason);
    }

    public static GateResult below(
            String name, Metrics metrics, DoublePredicate holds, double threshold, FailureReason reason) {
        return of(name, metrics, holds, "<", threshold, null, reason);
    }

    static GateResult awayFrom(
            String name,
            Metrics metrics,
            DoublePredicate holds,
            double threshold,
            double tolerance,
            FailureReason reason) {
        return of(name, metrics, holds, "!=", threshold, tolerance, reason);
    }

    private static GateResult of(
            String name,
            Metrics metrics,
            DoublePredicate holds,
            String operator,
            double threshold,
            @Nullable Double tolerance,
            FailureReason reason) {
        OptionalDouble actual = metrics.number(name);
        return actual.isPresent()
                ? new GateResult(
                        name,
                        actual.getAsDouble(),
                        operator,
                        threshold,
                        tolerance,
                        holds.test(actual.getAsDouble()),
                        reason,
                        null)
                : new GateResult(name, null, operator, threshold, tolerance, false, reason, metrics.whyMissing(name));
    }

    /// The same gate, holding all the same.
    GateResult held() {
        return new GateResult(name, actual, operator, threshold, tolerance, true, reason, missing);
    }

    /// What people read: "signals 8, needs more than 10".
    public String sentence() {
        String value = actual == null ? "not known (" + missing + ")" : number(actual);
        return label() + " " + value + ", needs " + need();
    }

    /// What the gate asks for: "more than 10".
    public String need() {
        return switch (operator) {
            case ">" -> "more than " + number(threshold);
            case "<" -> "less than " + number(threshold);
            default -> "more than " + number(tolerance == null ? 0 : tolerance) + " away from " + number(threshold);
        };
    }

    private String label() {
        return switch (name) {
            case MetricNames.SIGNAL_FREQUENCY -> "signals";
            default -> name.replace('_', ' ');
        };
    }

    private static String number(double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e9) {
            return String.valueOf((long) value);
        }
        String fixed = String.format(Locale.ROOT, "%.4f", value);
        return fixed.contains(".") ? fixed.replaceAll("0+$", "").replaceAll("\\.$", "") : fixed;
    }
}
