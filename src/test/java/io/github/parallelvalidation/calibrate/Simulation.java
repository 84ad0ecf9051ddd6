package io.github.parallelvalidation.calibrate;

import io.github.parallelvalidation.data.Bars;
import io.github.parallelvalidation.luck.PlaceboWorlds;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/// Strategies with drawn parameters, each on a market of its own, so that one result says nothing of the next.
///
/// @param length bars of a market, those for indicators to settle included
record Simulation(long seed, int length, PlaceboWorlds worlds) {

    List<Screened> screened(Family family, Market market, int count) {
        return each(count, place -> one(family, market, place));
    }

    private Screened one(Family family, Market market, int place) {
        Draws draws = Draws.at(seed, market.name() + family.name(), place);
        Idea idea = Idea.drawn(family, draws);
        Bars bars = market.bars(draws, length);
        return Screened.of(idea, bars, worlds);
    }

    /// On all processors, in the order of the places.
    static <T> List<T> each(int count, IntFunction<T> one) {
        return IntStream.range(0, count).parallel().mapToObj(one).toList();
    }
}
