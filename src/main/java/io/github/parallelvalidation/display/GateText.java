package io.github.parallelvalidation.display;

import io.github.parallelvalidation.gate.GateResult;
import io.github.parallelvalidation.result.Judgement;
import java.util.List;
import java.util.stream.Collectors;

/// Words gates with the digits and the minus sign of all other figures of the window. What stands in files keeps the
/// wording of [GateResult#sentence].
public final class GateText {
    private GateText() {}

    /// "ic −0.048, needs more than 0.01"
    public static String of(GateResult gate) {
        Double actual = gate.actual();
        return actual == null
                ? gate.sentence()
                : MetricColumn.label(gate.name()) + " " + value(gate, actual) + ", needs "
                        + Figures.signed(gate.requirement().words());
    }

    /// Why a strategy is not a pass: its failed gates, or what went wrong; empty after a pass.
    public static String failure(Judgement judgement) {
        if (judgement.failure() == null) {
            return "";
        }
        List<GateResult> failed =
                judgement.gates().stream().filter(gate -> !gate.passed()).toList();
        return failed.stream()
                        .anyMatch(gate -> gate.reason() == judgement.failure().reason())
                ? failed.stream().map(GateText::of).collect(Collectors.joining("; "))
                : judgement.failure().message();
    }

    /// Few digits, unless they would not tell on which side of the threshold it is.
    private static String value(GateResult gate, double actual) {
        String few = Figures.text(gate.name(), actual);
        try {
            double shown = Double.parseDouble(few.replace('−', '-'));
            if (side(gate, shown) == side(gate, actual)) {
                return few;
            }
        } catch (NumberFormatException withAUnit) {
            return few;
        }
        return Figures.signed(gate.requirement().valueText(actual));
    }

    private static int side(GateResult gate, double value) {
        return Double.compare(
                gate.requirement().reach(value), gate.requirement().bound());
    }
}
