package io.github.parallelvalidation.calibrate;

import io.github.parallelvalidation.data.Bars;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.ToDoubleFunction;

/// Hourly markets in which nothing says which way the next bar goes.
enum Market {
    GARCH("GARCH(1,1), Student's t", Garch::bars),
    STOCHASTIC(
            "stochastic volatility with a daily season", new StochasticVolatility(0.4, 0, Draws::normal)::bars),
    BITCOIN(
            "bitcoin, every hour turned up or down by a coin",
            (draws, length) -> TurnedBitcoin.bars(draws, length, (_, _) -> 0.5)),

    SKEWED("skewness −1, no leverage", leveraged(0, draws -> draws.skewed(4))),
    LIKE_BITCOIN("skewness −0.5, leverage about as bitcoin has it", leveraged(0.25, draws -> draws.skewed(16))),
    MEDIUM("skewness −0.5, twice that leverage", leveraged(0.5, draws -> draws.skewed(16))),
    LEVERAGED("no skewness, strong leverage", leveraged(0.9, Draws::normal)),
    BOTH("skewness −1, strong leverage", leveraged(0.9, draws -> draws.skewed(4)));

    /// Those for which luck and p must be right.
    static final List<Market> FAIR = List.of(GARCH, STOCHASTIC, BITCOIN);

    /// Those that the limits of luck are about.
    static final List<Market> AT_THE_LIMIT = List.of(SKEWED, LIKE_BITCOIN, MEDIUM, LEVERAGED, BOTH);

    private final String words;
    private final BiFunction<Draws, Integer, Bars> bars;

    Market(String words, BiFunction<Draws, Integer, Bars> bars) {
        this.words = words;
        this.bars = bars;
    }

    private static BiFunction<Draws, Integer, Bars> leveraged(double leverage, ToDoubleFunction<Draws> innovation) {
        return new StochasticVolatility(0, leverage, innovation)::bars;
    }

    String words() {
        return words;
    }

    Bars bars(Draws draws, int length) {
        return bars.apply(draws, length);
    }
}
