package io.github.parallelvalidation.gate;

import static io.github.parallelvalidation.gate.MetricNames.PROFIT_FACTOR;
import static io.github.parallelvalidation.gate.MetricNames.SHARPE;
import static io.github.parallelvalidation.gate.MetricNames.TRADES;
import static io.github.parallelvalidation.gate.MetricNames.WIN_RATE;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The thresholds of L1. All comparisons are strict.
public record L1Gates(double minSharpe, double minProfitFactor, double minTrades) implements TierGates {
    public static final L1Gates DEFAULT = new L1Gates(0.5, 1.0, 30);

    @Override
    public List<GateResult> check(Metrics metrics) {
        return List.of(
                above(SHARPE, metrics, minSharpe, FailureReason.SHARPE_BELOW_THRESHOLD),
                profitFactor(metrics),
                above(TRADES, metrics, minTrades, FailureReason.TRADE_COUNT_LOW));
    }

    @Override
    public boolean hold(double trades, double sharpe, double profitFactor) {
        return trades > minTrades && sharpe > minSharpe && profitFactor > minProfitFactor;
    }

    /// Gains without losses have no ratio, and are enough.
    private GateResult profitFactor(Metrics metrics) {
        GateResult gate = above(PROFIT_FACTOR, metrics, minProfitFactor, FailureReason.PROFIT_FACTOR_LOW);
        boolean onlyGains = gate.actual() == null && metrics.number(WIN_RATE).orElse(0) > 0;
        return onlyGains ? gate.held() : gate;
    }

    private static GateResult above(String name, Metrics metrics, double threshold, FailureReason reason) {
        return GateResult.of(name, metrics, new Requirement.MoreThan(threshold), reason);
    }

    @Override
    public Map<String, Double> thresholds() {
        Map<String, Double> thresholds = new LinkedHashMap<>();
        thresholds.put(SHARPE, minSharpe);
        thresholds.put(PROFIT_FACTOR, minProfitFactor);
        thresholds.put(TRADES, minTrades);
        return thresholds;
    }

    @Override
    public L1Gates with(String gate, double threshold) {
        return switch (gate) {
            case SHARPE -> new L1Gates(threshold, minProfitFactor, minTrades);
            case PROFIT_FACTOR -> new L1Gates(minSharpe, threshold, minTrades);
            case TRADES -> new L1Gates(minSharpe, minProfitFactor, threshold);
            default ->
                throw new IllegalArgumentException("L1 has no gate '%s', only %s"
                        .formatted(gate, String.join(", ", thresholds().keySet())));
        };
    }
}
