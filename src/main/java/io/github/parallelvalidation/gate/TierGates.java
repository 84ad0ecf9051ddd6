package io.github.parallelvalidation.gate;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// The gates of one tier with their thresholds.
public sealed interface TierGates permits L0Gates, L1Gates {

    /// Every gate applied, in the order in which people read them. A metric that is missing fails its gate.
    List<GateResult> check(Metrics metrics);

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
            result = result.with(gate, product(thresholds().getOrDefault(gate, 0.0), factor));
        }
        return result;
    }

    /// A threshold is for people to read: 0.009, not 0.009000000000000001.
    private static double product(double threshold, double factor) {
        return BigDecimal.valueOf(threshold)
                .multiply(BigDecimal.valueOf(factor))
                .round(MathContext.DECIMAL32)
                .doubleValue();
    }

    default Verdict judge(Metrics metrics) {
        return new Verdict(check(metrics));
    }
}
