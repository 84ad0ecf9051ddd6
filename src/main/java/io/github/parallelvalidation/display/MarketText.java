package io.github.parallelvalidation.display;

import io.github.parallelvalidation.evidence.MeasuredMarket;
import io.github.parallelvalidation.number.Counted;
import java.util.Locale;

/// The market on which a strategy was measured, in a line.
public final class MarketText {
    private MarketText() {}

    /// "BTCUSD 1h · 2023-07-01 to 2023-12-31 · 4,416 bars · no gaps"
    public static String of(MeasuredMarket market) {
        String last = day(market.last());
        return String.format(
                Locale.ROOT,
                "%s %s · %s · %,d bars · %s",
                market.symbol(),
                market.timeframe(),
                market.windowFirst().isEmpty() ? "up to " + last : day(market.windowFirst()) + " to " + last,
                market.windowBars(),
                market.gaps() == 0 ? "no gaps" : Counted.of(market.gaps(), "gap", "gaps"));
    }

    private static String day(String time) {
        return time.replaceFirst("T.*", "");
    }
}
