package io.github.parallelvalidation.ui.history;

import io.github.parallelvalidation.number.PlainNumber;
import io.github.parallelvalidation.number.RoundStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The value axis of a chart, from 0 to a round number.
///
/// @param top where it ends
record Scale(double top, List<Tick> ticks) {
    private static final int STEPS = 3;
    private static final double ROUNDING = 1e-9;
    private static final double THOUSAND = 1_000;

    /// A value with a line and a label.
    record Tick(double at, String text) {}

    Scale {
        ticks = List.copyOf(ticks);
    }

    /// Up to a round number at or above the largest value.
    static Scale of(double largest, String unit) {
        double step = RoundStep.of(Math.max(largest, ROUNDING) / STEPS);
        double top = step * Math.max(1, Math.ceil(largest / step - ROUNDING));
        List<Tick> ticks = new ArrayList<>();
        for (double at = 0; at <= top * (1 + ROUNDING); at += step) {
            ticks.add(new Tick(at, text(at) + unit));
        }
        return new Scale(top, ticks);
    }

    private static String text(double value) {
        return value >= THOUSAND
                ? String.format(Locale.ROOT, "%,.0f", value)
                : PlainNumber.of(Math.round(value * 1e6) / 1e6);
    }
}
