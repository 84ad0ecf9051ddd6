package io.github.parallelvalidation.ui;

import io.github.parallelvalidation.gate.MetricNames;

/// Names of metrics where there is little room.
final class GateNames {
    private GateNames() {}

    static String shorter(String name) {
        return switch (name) {
            case MetricNames.SIGNAL_FREQUENCY -> "signals";
            case MetricNames.HIT_RATE -> "hit";
            case MetricNames.IC_P_VALUE -> "p";
            case MetricNames.IC_Q_VALUE -> "q";
            case MetricNames.PROFIT_FACTOR -> "profit f.";
            default -> name;
        };
    }
}
