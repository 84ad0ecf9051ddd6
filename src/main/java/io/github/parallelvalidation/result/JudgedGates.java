package io.github.parallelvalidation.result;

import io.github.parallelvalidation.gate.GateResult;
import io.github.parallelvalidation.gate.Requirement;
import io.github.parallelvalidation.gate.TierGates;
import java.util.List;
import java.util.Optional;

/// The gates by which a run judged, as its results have kept them: the protocol file may have been edited since.
public final class JudgedGates {
    private JudgedGates() {}

    /// @param today those of the protocol file, for gates that no result has kept
    public static TierGates of(List<StrategyResult> results, TierGates today) {
        TierGates gates = today;
        for (String name : today.thresholds().keySet()) {
            Optional<Requirement> kept = kept(results, name);
            if (kept.isPresent()) {
                gates = gates.with(name, kept.get());
            }
        }
        return gates;
    }

    private static Optional<Requirement> kept(List<StrategyResult> results, String gate) {
        return results.stream()
                // What passed under relaxed thresholds keeps those.
                .filter(result -> !result.isRelaxed())
                .flatMap(result -> result.judgement().gates().stream())
                .filter(found -> found.name().equals(gate))
                .map(GateResult::requirement)
                .findFirst();
    }
}
