package io.github.parallelvalidation.gate;

import java.util.List;
import java.util.stream.Collectors;

/// The results of all gates of a tier for one strategy.
public record GateCheck(List<GateResult> gates) {
    public GateCheck {
        gates = List.copyOf(gates);
    }

    public boolean passed() {
        return gates.stream().allMatch(GateResult::passed);
    }

    public List<GateResult> failedGates() {
        return gates.stream().filter(gate -> !gate.passed()).toList();
    }

    /// The failed gates in words, or empty.
    public String explanation() {
        return failedGates().stream().map(GateResult::sentence).collect(Collectors.joining("; "));
    }
}
