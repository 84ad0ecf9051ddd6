package io.github.parallelvalidation.evidence;

import java.util.Optional;

/// The bars of a strategy, or why there are none to be shown.
///
/// @param lacking a sentence; empty where there are bars
public record Prices(Optional<PriceBars> bars, String lacking) {

    static Prices of(PriceBars bars) {
        return new Prices(Optional.of(bars), "");
    }

    static Prices lacking(String why) {
        return new Prices(Optional.empty(), why);
    }
}
