package io.github.parallelvalidation.calibrate;

import io.github.parallelvalidation.backtest.MarketWorlds;
import io.github.parallelvalidation.backtest.Measured;
import io.github.parallelvalidation.data.Bars;
import io.github.parallelvalidation.gate.L0Gates;
import io.github.parallelvalidation.gate.MetricNames;
import io.github.parallelvalidation.luck.RunLuck;
import io.github.parallelvalidation.luck.StepDown;
import io.github.parallelvalidation.luck.StrategyLuck;
import io.github.parallelvalidation.luck.Worlds;
import io.github.parallelvalidation.strategy.Strategy;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;

/// A run of twenty strategies that are variations of four ideas, all on one market without skill.
///
/// @param passed how many passed
/// @param expected how many pass on average in the worlds
/// @param fewest that pass in nine of ten worlds
/// @param most that pass in nine of ten worlds
/// @param runP share of worlds, the real market included, in which so many pass
/// @param leastAdjusted the least p that the step-down gives to any of them: the run's first false discovery
record QueueOfIdeas(int passed, double expected, int fewest, int most, double runP, double leastAdjusted)
        implements Serializable {
    private static final int IDEAS = 4;
    private static final int VARIATIONS = 5;
    private static final long KEPT_RANKS = 100_000_000;

    static QueueOfIdeas screened(Simulation simulation, int place) {
        Draws draws = Draws.at(simulation.seed(), "queue", place);
        Bars bars = Market.FAIR.get(place % Market.FAIR.size()).bars(draws, simulation.length());
        MarketWorlds market = new MarketWorlds(bars, Screened.WARMUP);
        market.keepRanks(KEPT_RANKS);
        List<Measured> all = new ArrayList<>();
        for (Idea idea : ideas(draws)) {
            Strategy strategy = idea.strategy();
            all.add(Screened.screen(market, strategy, strategy.entries(bars), simulation.worlds()));
        }
        return judged(all);
    }

    private static List<Idea> ideas(Draws draws) {
        List<Idea> ideas = new ArrayList<>();
        for (int i = 0; i < IDEAS; i++) {
            Idea first = Idea.drawn(draws.oneOf(Family.values()), draws);
            ideas.add(first);
            for (int variation = 1; variation < VARIATIONS; variation++) {
                ideas.add(first.varied(draws));
            }
        }
        return ideas;
    }

    private static QueueOfIdeas judged(List<Measured> all) {
        List<StrategyLuck.OfStrategy> lucks = new ArrayList<>();
        List<StepDown.Test> tests = new ArrayList<>();
        int worlds = 0;
        for (Measured one : all) {
            Worlds own = one.worlds().orElseThrow();
            worlds = own.count();
            lucks.add(new StrategyLuck.OfStrategy(
                    new StrategyLuck.Joint(own.passes(L0Gates.DEFAULT)), Screened.passes(one.metrics())));
            one.metrics().number(MetricNames.IC).ifPresent(ic -> tests.add(new StepDown.Test(ic, own)));
        }
        RunLuck luck = Objects.requireNonNull(RunLuck.of(worlds, lucks));
        double least = StepDown.adjusted(tests).stream()
                .flatMapToDouble(OptionalDouble::stream)
                .min()
                .orElse(1);
        RunLuck.Range nineOfTen = Objects.requireNonNull(luck.passes90());
        return new QueueOfIdeas(
                luck.counts().passed(),
                luck.expected(),
                nineOfTen.low(),
                nineOfTen.high(),
                Objects.requireNonNull(luck.pValue()),
                least);
    }

    boolean isWithinNineOfTen() {
        return passed >= fewest && passed <= most;
    }
}
