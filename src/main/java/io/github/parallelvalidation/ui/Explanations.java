package io.github.parallelvalidation.ui;

import io.github.parallelvalidation.gate.MetricNames;

/// What the figures mean, in a sentence each.
final class Explanations {
    private Explanations() {}

    static String of(String metric) {
        return switch (metric) {
            case MetricNames.SIGNAL_FREQUENCY -> "Signal events in the window: entries, not bars in position.";
            case MetricNames.HIT_RATE -> "Share of signal events followed by a move in their direction.";
            case MetricNames.IC ->
                "Information coefficient: rank correlation of the score with the return that follows.";
            case MetricNames.IC_P_VALUE ->
                "Share of shifted copies of the same score that do at least as well: small is good.";
            case MetricNames.IC_Q_VALUE ->
                "The p-value corrected for the number of strategies in the run (Benjamini-Hochberg).";
            case MetricNames.LUCK -> "How often a strategy like this one but without skill would pass all gates.";
            default -> metric;
        };
    }
}
