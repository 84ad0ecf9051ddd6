package io.github.parallelvalidation.calibrate;

import io.github.parallelvalidation.backtest.MarketWorlds;
import io.github.parallelvalidation.backtest.Measured;
import io.github.parallelvalidation.data.Bars;
import io.github.parallelvalidation.gate.L0Gates;
import io.github.parallelvalidation.gate.MetricNames;
import io.github.parallelvalidation.luck.Worlds;
import io.github.parallelvalidation.strategy.Strategy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A run of twenty strategies that are variations of four ideas, all on one market without skill.
///
/// @param passed how many passed
/// @param expected how many pass on average in the worlds
/// @param runP share of worlds, the real market included, in which so many pass
/// @param leastAdjusted the least p that the step-down gives to any of them: the run's first false discovery
record QueueOfIdeas(int passed, double expected, double runP, double leastAdjusted) {
    private static final int IDEAS = 4;
    private static final int VARIATIONS = 5;
    private static final long KEPT_RANKS = 100_000_000;

    static QueueOfIdeas screened(Simulation simulation, int place) {
        Draws draws = Draws.at(simulation.seed(), "queue", place);
        Bars bars = Market.FAIR.get(place % Market.FAIR.size()).bars(draws, simulation.length());
        MarketWorlds market = new MarketWorlds(bars, Screened.WARMUP, KEPT_RANKS);
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
        int passed = (int) all.stream().filter(one -> Screened.passes(one.metrics())).count();
        List<Worlds> worlds = all.stream().map(one -> one.worlds().orElseThrow()).toList();
        int count = worlds.getFirst().count();
        int[] lucky = new int[count];
        for (Worlds one : worlds) {
            one.passes(L0Gates.DEFAULT).stream().forEach(world -> lucky[world]++);
        }
        long asMany = Arrays.stream(lucky).filter(passes -> passes >= passed).count();
        return new QueueOfIdeas(
                passed,
                Arrays.stream(lucky).average().orElseThrow(),
                (1.0 + asMany) / (1 + count),
                leastAdjusted(all, count));
    }

    /// The first step of the step-down: the best of the queue against the best of the queue in each world.
    private static double leastAdjusted(List<Measured> all, int count) {
        double[] best = new double[count];
        Arrays.fill(best, Double.NEGATIVE_INFINITY);
        double seen = Double.NEGATIVE_INFINITY;
        for (Measured one : all) {
            double[] scores = one.worlds().orElseThrow().scores();
            double mean = Arrays.stream(scores).average().orElseThrow();
            double deviation = Math.sqrt(Arrays.stream(scores)
                    .map(score -> (score - mean) * (score - mean))
                    .average()
                    .orElseThrow());
            double ic = one.metrics().number(MetricNames.IC).orElse(Double.NaN);
            if (!(deviation > 0) || Double.isNaN(ic)) {
                continue;
            }
            seen = Math.max(seen, (ic - mean) / deviation);
            for (int world = 0; world < count; world++) {
                best[world] = Math.max(best[world], (scores[world] - mean) / deviation);
            }
        }
        double reached = seen;
        return (1.0 + Arrays.stream(best).filter(one -> one >= reached).count()) / (1 + count);
    }
}
