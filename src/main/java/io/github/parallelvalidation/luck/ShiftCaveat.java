package io.github.parallelvalidation.luck;

import io.github.parallelvalidation.gate.MetricNames;
import io.github.parallelvalidation.gate.Metrics;

/// The words that stand wherever luck or a p-value by the circular shift is shown: shifting breaks the link between a
/// score and the price that it is made of, too.
public final class ShiftCaveat {
    public static final String WORDS = "valid only if the score does not follow from this price";

    private ShiftCaveat() {}

    /// Whether luck and p of a result are by the circular shift.
    public static boolean appliesTo(Metrics metrics) {
        return LuckCount.CIRCULAR_SHIFT.equals(metrics.values().get(MetricNames.PLACEBO_METHOD));
    }

    /// Whether a metric of such a result needs the words.
    public static boolean appliesTo(Metrics metrics, String name) {
        return appliesTo(metrics)
                && switch (name) {
                    case MetricNames.LUCK, MetricNames.IC_P_VALUE, MetricNames.IC_Q_VALUE -> true;
                    default -> false;
                };
    }

    /// Behind a figure of a whole run, where some of it is by the circular shift.
    public static String after(RunLuck luck) {
        return luck.counts().shifted() > 0 ? " (by the circular shift in part: " + WORDS + ")" : "";
    }

    /// Behind a figure of one strategy.
    public static String after(Metrics metrics) {
        return appliesTo(metrics) ? " (by the circular shift: " + WORDS + ")" : "";
    }

    /// As a line of its own.
    public static String line() {
        return "luck and p are by the circular shift, " + WORDS;
    }
}
