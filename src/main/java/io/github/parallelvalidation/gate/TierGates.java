package io.github.parallelvalidation.gate;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// The gates of one tier with their thresholds.
public sealed interface TierGates permits L0Gates, L1Gates {

    /// Every gate applied, in the order in which people read them. A metric that is missing fails its gate.
    List<GateResult> check(Metrics metrics);

    /// Whether all gates hold for values in the order of [Tier#worldColumns]. NaN fails its gate; a profit factor of +∞
    /// stands for gains without losses.
    boolean hold(double first, double second, double third);

    /// What can be relaxed: gate name to threshold (for the hit rate its tolerance).
    Map<String, Double> thresholds();

    /// These gates with one threshold moved.
    ///
    /// @throws IllegalArgumentException when no gate has this name
    TierGates with(String gate, double threshold);

    /// These gates with the named thresholds multiplied by a factor.
    default TierGates scaled(Set<String> gates, double factor) {
        TierGates result = this;
        for (String gate : new TreeSet<>(gates)) {
            result = result.with(gate, PlaceboGrid.part(thresholds().getOrDefault(gate, 0.0), factor));
        }
        return result;
    }

    default GateCheck judge(Metrics metrics) {
        return new GateCheck(check(metrics));
    }
}
