package io.github.parallelvalidation.gate;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// A reason to trust luck and p-values less. Shown, never a gate.
public enum PlaceboLimit {
    SKEW_AND_LEVERAGE("falls (or rises) raise volatility here, and in rebuilt markets they do not: p comes out too small for"
            + " rules against the last move, too large for rules with it"),
    ONE_SIDED("the strategy only buys or only sells, and rebuilt markets keep this period's drift: luck and p are"
            + " cautious");

    private final String sentence;

    PlaceboLimit(String sentence) {
        this.sentence = sentence;
    }

    /// The name in files: `one_sided`.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// For people, without a full stop.
    public String sentence() {
        return sentence;
    }

    /// The limits among a worker's metrics; codes of other workers that are not known are passed over.
    public static List<PlaceboLimit> of(Metrics metrics) {
        return metrics.values().get(MetricNames.PLACEBO_LIMITS) instanceof List<?> codes
                ? Arrays.stream(values())
                        .filter(limit -> codes.contains(limit.code()))
                        .toList()
                : List.of();
    }
}
