package io.github.parallelvalidation.display;

import io.github.parallelvalidation.gate.GateResult;
import io.github.parallelvalidation.result.StrategyResult;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What the bars of one gate span, so that the largest value of a run is a full bar and no other is.
public record GateRange(double least, double most) {
    /// How far a threshold stands from the end of its bar at most.
    private static final double MOST_OF_BAR = 0.9;

    /// By gate name, over all these results.
    public static Map<String, GateRange> of(List<StrategyResult> results) {
        Map<String, GateRange> ranges = new HashMap<>();
        for (StrategyResult result : results) {
            for (GateResult gate : result.judgement().gates()) {
                ranges.merge(gate.name(), of(gate), GateRange::with);
            }
        }
        return ranges;
    }

    /// From 0 on, where the threshold is not below it.
    static GateRange of(GateResult gate) {
        double need = gate.requirement().bound();
        Double actual = gate.actual();
        double reach = actual == null ? need : gate.requirement().reach(actual);
        double least = need > 0 ? 0 : Math.min(need, reach);
        return new GateRange(Math.min(0, least), Math.max(need / MOST_OF_BAR, reach));
    }

    private GateRange with(GateRange other) {
        return new GateRange(Math.min(least, other.least), Math.max(most, other.most));
    }

    /// 0 to 1.
    double position(double value) {
        return most > least ? Math.clamp((value - least) / (most - least), 0, 1) : 0;
    }
}
