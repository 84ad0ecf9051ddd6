package io.github.parallelvalidation.gate;

import static io.github.parallelvalidation.gate.MetricNames.HIT_RATE;
import static io.github.parallelvalidation.gate.MetricNames.IC;
import static io.github.parallelvalidation.gate.MetricNames.SIGNAL_FREQUENCY;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The thresholds of L0. All comparisons are strict.
///
/// @param minSignalFrequency signal events must be more than this
/// @param hitRateNotEqual the hit rate of a coin
/// @param hitRateTolerance the hit rate must be further than this from `hitRateNotEqual`
/// @param minIc the information coefficient must be more than this
public record L0Gates(double minSignalFrequency, double hitRateNotEqual, double hitRateTolerance, double minIc)
        implements TierGates {
    public static final L0Gates DEFAULT = new L0Gates(10, 0.5, 0.005, 0.01);

    public boolean frequencyHolds(double signalFrequency) {
        return frequency().holds(signalFrequency);
    }

    public boolean hitRateHolds(double hitRate) {
        return hitRate().holds(hitRate);
    }

    /// How far a hit rate is from a coin's.
    public double distance(double hitRate) {
        return hitRate().reach(hitRate);
    }

    public boolean icHolds(double ic) {
        return ic().holds(ic);
    }

    @Override
    public boolean hold(double signalFrequency, double hitRate, double ic) {
        return frequencyHolds(signalFrequency) && hitRateHolds(hitRate) && icHolds(ic);
    }

    private Requirement frequency() {
        return new Requirement.MoreThan(minSignalFrequency);
    }

    private Requirement hitRate() {
        return new Requirement.AwayFrom(hitRateNotEqual, hitRateTolerance);
    }

    private Requirement ic() {
        return new Requirement.MoreThan(minIc);
    }

    @Override
    public List<GateResult> check(Metrics metrics) {
        return List.of(
                GateResult.of(SIGNAL_FREQUENCY, metrics, frequency(), FailureReason.SIGNAL_FREQUENCY_LOW),
                GateResult.of(HIT_RATE, metrics, hitRate(), FailureReason.WIN_RATE_SUSPICIOUS),
                GateResult.of(IC, metrics, ic(), FailureReason.IC_BELOW_THRESHOLD));
    }

    @Override
    public Map<String, Double> thresholds() {
        Map<String, Double> thresholds = new LinkedHashMap<>();
        thresholds.put(SIGNAL_FREQUENCY, minSignalFrequency);
        thresholds.put(HIT_RATE, hitRateTolerance);
        thresholds.put(IC, minIc);
        return thresholds;
    }

    @Override
    public L0Gates with(String gate, Requirement recorded) {
        return gate.equals(HIT_RATE) && recorded instanceof Requirement.AwayFrom(double centre, double tolerance)
                ? new L0Gates(minSignalFrequency, centre, tolerance, minIc)
                : with(gate, recorded.bound());
    }

    @Override
    public L0Gates with(String gate, double threshold) {
        return switch (gate) {
            case SIGNAL_FREQUENCY -> new L0Gates(threshold, hitRateNotEqual, hitRateTolerance, minIc);
            case HIT_RATE -> new L0Gates(minSignalFrequency, hitRateNotEqual, threshold, minIc);
            case IC -> new L0Gates(minSignalFrequency, hitRateNotEqual, hitRateTolerance, threshold);
            default ->
                throw new IllegalArgumentException("L0 has no gate '%s', only %s"
                        .formatted(gate, String.join(", ", thresholds().keySet())));
        };
    }
}
