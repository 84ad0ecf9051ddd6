package io.github.parallelvalidation.trace;

import java.util.Locale;

/// Why the backtest closed a trade.
public enum ExitReason {
    /// A signal in the other direction, which opens the next trade at the same price.
    OPPOSITE_SIGNAL,
    /// The strategy's exit held.
    EXIT_RULE,
    /// It was open for `hold_bars` bars.
    HOLD_BARS,
    /// At the last close.
    END_OF_WINDOW,
    /// At the close at which no equity was left.
    NO_EQUITY_LEFT;

    /// As files have it: `opposite_signal`.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
