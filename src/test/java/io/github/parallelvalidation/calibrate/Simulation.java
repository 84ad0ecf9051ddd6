package io.github.parallelvalidation.calibrate;

import io.github.parallelvalidation.backtest.MarketLimits;
import io.github.parallelvalidation.data.Bars;
import io.github.parallelvalidation.luck.PlaceboWorlds;
import io.github.parallelvalidation.strategy.Strategy;
import java.io.Serializable;
import java.util.List;

/// Strategies with drawn parameters, each on a market of its own, so that one result says nothing of the next.
///
/// @param length bars of a market, those for indicators to settle included
/// @param kept what was found before
record Simulation(long seed, int length, PlaceboWorlds worlds, Kept kept) {
    /// On so many markets of its kind it is seen whether a strategy passes: on one alone that is a throw of a coin.
    static final int MARKETS = 10;

    /// @param passed on which share of its markets the strategy passes
    /// @param first what was said on the first of them
    /// @param leverage as the program measures it on the first of them
    /// @param warned whether the program warns of it
    record Trial(double passed, Screened first, double leverage, boolean warned) implements Serializable {

        /// Above 0 where luck says too little.
        double missed() {
            return passed - first.luck();
        }
    }

    List<Trial> trials(Family family, Market market, int count) {
        return kept.each(market.name() + "-" + family.name(), count, place -> trial(family, market, place));
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
        MarketLimits limits = MarketLimits.of(bars, Screened.WARMUP);
        return new Trial((double) passed / MARKETS, first, limits.leverage(), limits.hasLeverage());
    }

    List<Screened> planted(Planted planted, int count) {
        Strategy strategy = planted.idea().strategy();
        return kept.each("planted-" + planted.kind() + planted.lookback(), count, place -> {
            Bars bars = planted.bars(Draws.at(seed, planted.toString(), place), length);
            return Screened.of(strategy, bars, worlds);
        });
    }
}
