package io.github.parallelvalidation.calibrate;

import io.github.parallelvalidation.data.Bars;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// Hourly markets in which nothing says which way the next bar goes.
enum Market {
    GARCH("GARCH(1,1), Student's t"),
    STOCHASTIC("stochastic volatility with a daily season"),
    BITCOIN("bitcoin, every hour turned up or down by a coin"),

    SKEWED("skewness −1, no leverage"),
    LIKE_BITCOIN("skewness −0.5, leverage about as bitcoin has it"),
    MEDIUM("skewness −0.5, twice that leverage"),
    LEVERAGED("no skewness, strong leverage"),
    BOTH("skewness −1, strong leverage");

    /// Those for which luck and p must be right.
    static final List<Market> FAIR = List.of(GARCH, STOCHASTIC, BITCOIN);

    /// Those that the limits of luck are about.
    static final List<Market> AT_THE_LIMIT = List.of(SKEWED, LIKE_BITCOIN, MEDIUM, LEVERAGED, BOTH);

    private static final double COIN = 0.5;

    private final String words;

    Market(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    Bars bars(Draws draws, int length) {
        return switch (this) {
            case GARCH -> Garch.bars(draws, length);
            case STOCHASTIC -> new StochasticVolatility(0.4, 0, Draws::normal).bars(draws, length);
            case BITCOIN -> TurnedBitcoin.bars(draws, length, (_, _) -> COIN);
            case SKEWED -> leveraged(0, one -> one.skewed(4)).bars(draws, length);
            case LIKE_BITCOIN -> leveraged(0.25, one -> one.skewed(16)).bars(draws, length);
            case MEDIUM -> leveraged(0.5, one -> one.skewed(16)).bars(draws, length);
            case LEVERAGED -> leveraged(0.9, Draws::normal).bars(draws, length);
            case BOTH -> leveraged(0.9, one -> one.skewed(4)).bars(draws, length);
        };
    }

    private static StochasticVolatility leveraged(double leverage, ToDoubleFunction<Draws> innovation) {
        return new StochasticVolatility(0, leverage, innovation);
    }
}
