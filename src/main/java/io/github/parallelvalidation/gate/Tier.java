package io.github.parallelvalidation.gate;

import java.util.Locale;
import java.util.Optional;

/// A tier of the protocol: L0 is the quick screen of signals, L1 the first backtest with costs.
public enum Tier {
    L0,
    L1;

    public static Optional<Tier> parse(String text) {
        return switch (text.strip().toUpperCase(Locale.ROOT)) {
            case "L0" -> Optional.of(L0);
            case "L1" -> Optional.of(L1);
            default -> Optional.empty();
        };
    }
}
