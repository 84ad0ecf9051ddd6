package io.github.parallelvalidation.gate;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// A reason to trust luck and p-values less. Shown, never a gate.
public enum PlaceboLimit {
    SKEW_AND_LEVERAGE("falls differ from rises and raise volatility here; rebuilt markets take them as alike, so p may be"
            + " too small or too large by several points"),
    ONE_SIDED("the strategy only buys or only sells, and rebuilt markets keep this year's drift: luck and p are cautious");

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
