package io.github.parallelvalidation.calibrate;

import io.github.parallelvalidation.backtest.MarketWorlds;
import io.github.parallelvalidation.backtest.ProgressListener;
import io.github.parallelvalidation.backtest.VariedBacktest;
import io.github.parallelvalidation.data.Bars;
import io.github.parallelvalidation.gate.L1Gates;
import io.github.parallelvalidation.gate.MetricNames;
import io.github.parallelvalidation.gate.Metrics;
import io.github.parallelvalidation.luck.PlaceboWorlds;
import io.github.parallelvalidation.strategy.Strategy;
import java.io.Serializable;

/// What L1 said of one strategy.
///
/// @param passed on which share of its markets it passes
/// @param luck on the first of them
/// @param p on the first of them; 1 where there is no Sharpe ratio
record Traded(double passed, double luck, double p) implements Serializable {
    private static final double ROUND_TRIP_COST_BPS = 20;

    static Traded of(Simulation simulation, Idea.Sides sides, int place) {
        Draws draws = Draws.at(simulation.seed(), "year" + sides.name(), place);
        Market market = Market.FAIR.get(place % Market.FAIR.size());
        Strategy strategy =
                Idea.slow(draws.oneOf(Family.values()), sides, draws).strategy();
        int length = simulation.length();
        Metrics first = backtest(strategy, market.bars(draws, length), simulation.worlds());
        int passed = passes(first) ? 1 : 0;
        for (int other = 1; other < Simulation.MARKETS; other++) {
            passed += passes(backtest(strategy, market.bars(draws, length), PlaceboWorlds.exactly(0))) ? 1 : 0;
        }
        return new Traded(
                (double) passed / Simulation.MARKETS,
                first.number(MetricNames.LUCK).orElseThrow(),
                first.number(MetricNames.SHARPE_P_VALUE).orElse(1));
    }

    private static boolean passes(Metrics metrics) {
        return L1Gates.DEFAULT.judge(metrics).passed();
    }

    private static Metrics backtest(Strategy strategy, Bars bars, PlaceboWorlds worlds) {
        MarketWorlds market = new MarketWorlds(bars, Screened.WARMUP);
        return new VariedBacktest(market, ROUND_TRIP_COST_BPS, L1Gates.DEFAULT, worlds, ProgressListener.SILENT)
                .measure(strategy, strategy.signals(bars), (_, _, _) -> {})
                .metrics();
    }
}
