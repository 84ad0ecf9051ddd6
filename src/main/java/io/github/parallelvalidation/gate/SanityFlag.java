package io.github.parallelvalidation.gate;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// A property of a backtest that looks too good to be true. Shown, never a gate.
public enum SanityFlag {
    SHARPE_ABOVE_3("a Sharpe ratio above 3 is rarer than a mistake that makes one"),
    FEW_TRADES_BEAT_BENCHMARK("few trades made more than three times what holding would have"),
    ONE_DAY_MADE_THE_GAIN("a single day made more than a fifth of the whole gain");

    private final String sentence;

    SanityFlag(String sentence) {
        this.sentence = sentence;
    }

    /// The name in files: `sharpe_above_3`.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// For people, without a full stop.
    public String sentence() {
        return sentence;
    }

    /// The flags among a worker's metrics; codes of other workers that are not known are passed over.
    public static List<SanityFlag> of(Metrics metrics) {
        return metrics.values().get(MetricNames.SANITY_FLAGS) instanceof List<?> codes
                ? Arrays.stream(values())
                        .filter(flag -> codes.contains(flag.code()))
                        .toList()
                : List.of();
    }
}
