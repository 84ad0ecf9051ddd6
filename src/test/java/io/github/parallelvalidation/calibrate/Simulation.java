package io.github.parallelvalidation.calibrate;

import io.github.parallelvalidation.backtest.MarketLimits;
import io.github.parallelvalidation.data.Bars;
import io.github.parallelvalidation.luck.PlaceboWorlds;
import io.github.parallelvalidation.strategy.Strategy;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/// Strategies with drawn parameters, each on a market of its own, so that one result says nothing of the next.
///
/// @param length bars of a market, those for indicators to settle included
record Simulation(long seed, int length, PlaceboWorlds worlds) {
    /// On so many markets of its kind it is seen whether a strategy passes: on one alone that is a throw of a coin.
    static final int MARKETS = 10;

    /// @param passed on which share of its markets the strategy passes
    /// @param first what was said on the first of them
    /// @param limits of the first of them
    record Trial(double passed, Screened first, MarketLimits limits) {

        /// Above 0 where luck says too little.
        double missed() {
            return passed - first.luck();
        }
    }

    List<Trial> trials(Family family, Market market, int count) {
        return each(count, place -> trial(family, market, place));
    }

    private Trial trial(Family family, Market market, int place) {
        Draws draws = Draws.at(seed, market.name() + family.name(), place);
        Strategy strategy = Idea.drawn(family, draws).strategy();
        Bars bars = market.bars(draws, length);
        Screened first = Screened.of(strategy, bars, worlds);
        int passed = first.passed() ? 1 : 0;
        for (int other = 1; other < MARKETS; other++) {
            passed += Screened.passes(strategy, market.bars(draws, length)) ? 1 : 0;
        }
        return new Trial((double) passed / MARKETS, first, MarketLimits.of(bars, Screened.WARMUP));
    }

    List<Screened> planted(Planted planted, int count) {
        Strategy strategy = planted.idea().strategy();
        return each(count, place -> {
            Bars bars = planted.bars(Draws.at(seed, planted.toString(), place), length);
            return Screened.of(strategy, bars, worlds);
        });
    }

    /// On all processors, in the order of the places.
    static <T> List<T> each(int count, IntFunction<T> one) {
        return IntStream.range(0, count).parallel().mapToObj(one).toList();
    }
}
