package io.github.parallelvalidation.calibrate;

import io.github.parallelvalidation.data.Bars;
import java.util.List;
import java.util.function.BiFunction;

/// Hourly markets in which nothing says which way the next bar goes.
enum Market {
    GARCH("GARCH(1,1), Student's t", Garch::bars),
    STOCHASTIC(
            "stochastic volatility with a daily season", new StochasticVolatility(0.4, 0, Draws::normal)::bars),
    BITCOIN(
            "bitcoin, every hour turned up or down by a coin",
            (draws, length) -> TurnedBitcoin.bars(draws, length, (_, _) -> 0.5)),

    SKEWED("skew −1, no leverage", new StochasticVolatility(0, 0, draws -> draws.skewed(4))::bars),
    LEVERAGED("no skew, strong leverage", new StochasticVolatility(0, 0.9, Draws::normal)::bars),
    MILD_BOTH("skew −0.5, weaker leverage", new StochasticVolatility(0, 0.5, draws -> draws.skewed(16))::bars),
    BOTH("skew −1 and strong leverage", new StochasticVolatility(0, 0.9, draws -> draws.skewed(4))::bars);

    /// Those for which luck and p must be right.
    static final List<Market> FAIR = List.of(GARCH, STOCHASTIC, BITCOIN);

    /// Those that the limits of luck are about.
    static final List<Market> AT_THE_LIMIT = List.of(SKEWED, LEVERAGED, MILD_BOTH, BOTH);

    private final String words;
    private final BiFunction<Draws, Integer, Bars> bars;

    Market(String words, BiFunction<Draws, Integer, Bars> bars) {
        this.words = words;
        this.bars = bars;
    }

    String words() {
        return words;
    }

    Bars bars(Draws draws, int length) {
        return bars.apply(draws, length);
    }
}
