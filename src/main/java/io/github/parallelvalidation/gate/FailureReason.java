package io.github.parallelvalidation.gate;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Why a strategy failed, by the codes of the pipeline's files.
public enum FailureReason {
    SIGNAL_FREQUENCY_LOW(true),
    WIN_RATE_SUSPICIOUS(true),
    IC_BELOW_THRESHOLD(false),
    IC_Q_VALUE_HIGH(false),
    SHARPE_BELOW_THRESHOLD(true),
    PROFIT_FACTOR_LOW(true),
    TRADE_COUNT_LOW(true),
    DSR_BELOW_THRESHOLD(false),
    DATA_UNAVAILABLE(false),
    DATA_INVALID(false),
    STRATEGY_INVALID(false),
    STRATEGY_ERROR(false),
    LOOKAHEAD_BIAS(false),
    WORKER_CRASH(false),
    MEMORY_LIMIT(false),
    TIMEOUT(false);

    private final boolean fixableByDefault;

    FailureReason(boolean fixableByDefault) {
        this.fixableByDefault = fixableByDefault;
    }

    /// Whether varying the parameters may help, unless `fixable-errors.yaml` says otherwise.
    public boolean fixableByDefault() {
        return fixableByDefault;
    }

    /// Whether nothing was judged: the bars are missing, or a file cannot be read. That says nothing of the idea.
    public boolean isOfInput() {
        return this == DATA_UNAVAILABLE || this == DATA_INVALID || this == STRATEGY_INVALID;
    }

    /// The name in files: `signal_frequency_low`.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<FailureReason> parse(String code) {
        return Arrays.stream(values())
                .filter(reason -> reason.code().equals(code.toLowerCase(Locale.ROOT)))
                .findFirst();
    }
}
