package io.github.parallelvalidation.gate;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A tier of the protocol: L0 is the quick screen of signals, L1 the first backtest with costs.
public enum Tier {
    L0,
    L1;

    /// What is kept of each rebuilt market, in the order of its file and of [TierGates#hold].
    public List<String> worldColumns() {
        return switch (this) {
            case L0 -> L0_COLUMNS;
            case L1 -> L1_COLUMNS;
        };
    }

    /// The metric whose size is compared with that of noise.
    public String score() {
        return switch (this) {
            case L0 -> MetricNames.IC;
            case L1 -> MetricNames.SHARPE;
        };
    }

    /// The p-value of [#score] against rebuilt markets.
    public String pValue() {
        return switch (this) {
            case L0 -> MetricNames.IC_P_VALUE;
            case L1 -> MetricNames.SHARPE_P_VALUE;
        };
    }

    /// The p-value of [#score] against the best of its whole run.
    public String pAdjusted() {
        return switch (this) {
            case L0 -> MetricNames.IC_P_ADJUSTED;
            case L1 -> MetricNames.SHARPE_P_ADJUSTED;
        };
    }

    /// The [#score] that noise reaches once in twenty.
    public String noise95() {
        return switch (this) {
            case L0 -> MetricNames.IC_NOISE_95;
            case L1 -> MetricNames.SHARPE_NOISE_95;
        };
    }

    private static final List<String> L0_COLUMNS =
            List.of(MetricNames.SIGNAL_FREQUENCY, MetricNames.HIT_RATE, MetricNames.IC);
    private static final List<String> L1_COLUMNS =
            List.of(MetricNames.TRADES, MetricNames.SHARPE, MetricNames.PROFIT_FACTOR);

    public static Optional<Tier> parse(String text) {
        return switch (text.strip().toUpperCase(Locale.ROOT)) {
            case "L0" -> Optional.of(L0);
            case "L1" -> Optional.of(L1);
            default -> Optional.empty();
        };
    }
}
