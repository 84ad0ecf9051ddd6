package io.github.parallelvalidation.gate;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// The gates of one tier with their thresholds.
public sealed interface TierGates permits L0Gates, L1Gates {
    /// The step of a ratio whose threshold is 0 or less.
    double RATIO_STEP = 0.05;

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

    /// These gates with one of them as it was recorded.
    ///
    /// @throws IllegalArgumentException when no gate has this name
    default TierGates with(String gate, Requirement recorded) {
        return with(gate, recorded.bound());
    }

    /// These gates with the named thresholds made looser by a share of their size.
    default TierGates looser(Set<String> gates, double share) {
        TierGates result = this;
        for (String gate : new TreeSet<>(gates)) {
            double looser = ThresholdSteps.looser(thresholds().getOrDefault(gate, 0.0), share);
            result = result.with(gate, isCount(gate) ? Math.floor(looser) : looser);
        }
        return result;
    }

    /// The thresholds to which a gate is relaxed step by step: ascending, the one of these gates last.
    default double[] steps(String gate) {
        double configured = thresholds().getOrDefault(gate, 0.0);
        return switch (gate) {
            case MetricNames.IC, MetricNames.HIT_RATE -> ThresholdSteps.of(configured, PlaceboGrid.STEP_AT_ZERO);
            case MetricNames.SHARPE, MetricNames.PROFIT_FACTOR -> ThresholdSteps.of(configured, RATIO_STEP);
            default -> ThresholdSteps.ofCount(configured);
        };
    }

    /// Whether the gate counts something, so that its threshold is a whole number.
    static boolean isCount(String gate) {
        return gate.equals(MetricNames.SIGNAL_FREQUENCY) || gate.equals(MetricNames.TRADES);
    }

    default GateCheck judge(Metrics metrics) {
        return new GateCheck(check(metrics));
    }
}
