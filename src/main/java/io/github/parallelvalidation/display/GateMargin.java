package io.github.parallelvalidation.display;

import io.github.parallelvalidation.gate.GateResult;
import io.github.parallelvalidation.gate.Requirement;
import io.github.parallelvalidation.number.PlainNumber;
import java.util.Map;
import java.util.OptionalDouble;

/// The distance of a value from its gate's threshold, on a bar from 0 to 1.
///
/// @param reach the value, or its distance from the centre of a two-sided gate; empty where there is none
/// @param need the threshold, under the run's own gates
/// @param range of the bars of this gate in the run
public record GateMargin(GateResult gate, OptionalDouble reach, double need, GateRange range) {

    /// @param ranges those of the run, by gate name
    public static GateMargin of(GateResult gate, Map<String, GateRange> ranges) {
        Double actual = gate.actual();
        return new GateMargin(
                gate,
                actual == null
                        ? OptionalDouble.empty()
                        : OptionalDouble.of(gate.requirement().reach(actual)),
                gate.requirement().bound(),
                ranges.getOrDefault(gate.name(), GateRange.of(gate)));
    }

    /// What the bar stands for: "ic", and for a two-sided gate the distance, "|hit − 0.5|".
    public String label() {
        String name = MetricColumn.label(gate.name());
        return gate.requirement() instanceof Requirement.AwayFrom(double centre, double _)
                ? "|%s − %s|".formatted(name, PlainNumber.of(centre))
                : name;
    }

    /// The length of the bar in figures.
    public String value() {
        return reach.isPresent() ? Figures.text(gate.name(), reach.getAsDouble()) : Figures.MISSING;
    }

    /// Whether the gate holds with its need moved.
    public boolean holds(double moved) {
        Double actual = gate.actual();
        // A gate may hold without a value: gains without losses have no profit factor.
        return actual == null
                ? gate.passed()
                : gate.requirement().withBound(moved).holds(actual);
    }

    public double filled() {
        return reach.isPresent() ? range.position(reach.getAsDouble()) : 0;
    }

    public double tick(double moved) {
        return range.position(moved);
    }

    /// "+0.021", "−2": above the need, or short of it.
    public String text(double moved) {
        if (reach.isEmpty()) {
            return Figures.MISSING;
        }
        double margin = reach.getAsDouble() - moved;
        String text = Figures.text(gate.name(), margin);
        return margin > 0 ? "+" + text : text;
    }
}
