package io.github.parallelvalidation.calibrate;

import io.github.parallelvalidation.backtest.MarketWorlds;
import io.github.parallelvalidation.backtest.ProgressListener;
import io.github.parallelvalidation.backtest.VariedBacktest;
import io.github.parallelvalidation.data.Bars;
import io.github.parallelvalidation.gate.L1Gates;
import io.github.parallelvalidation.gate.MetricNames;
import io.github.parallelvalidation.gate.Metrics;
import io.github.parallelvalidation.strategy.Strategy;

/// What L1 said of one strategy.
///
/// @param p 1 where there is no Sharpe ratio
record Traded(boolean passed, double luck, double p) {
    private static final double ROUND_TRIP_COST_BPS = 20;

    static Traded of(Simulation simulation, Idea.Sides sides, int place) {
        Draws draws = Draws.at(simulation.seed(), "year" + sides.name(), place);
        Market market = Market.FAIR.get(place % Market.FAIR.size());
        Idea idea = Idea.slow(draws.oneOf(Family.values()), sides, draws);
        Bars bars = market.bars(draws, simulation.length());
        Strategy strategy = idea.strategy();
        Metrics metrics = new VariedBacktest(
                        new MarketWorlds(bars, Screened.WARMUP, 0),
                        ROUND_TRIP_COST_BPS,
                        L1Gates.DEFAULT,
                        simulation.worlds(),
                        ProgressListener.SILENT)
                .measure(strategy, strategy.signals(bars))
                .metrics();
        return new Traded(
                L1Gates.DEFAULT.judge(metrics).passed(),
                metrics.number(MetricNames.LUCK).orElseThrow(),
                metrics.number(MetricNames.SHARPE_P_VALUE).orElse(1));
    }
}
