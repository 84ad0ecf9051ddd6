package io.github.parallelvalidation.backtest;

import io.github.parallelvalidation.data.Bars;
import io.github.parallelvalidation.strategy.Evaluation;
import io.github.parallelvalidation.strategy.Strategy;

/// A strategy's backtest on rebuilt markets.
final class L1World implements WorldLoop.World {
    private final MarketWorlds market;
    private final Evaluation evaluation;
    private final Backtest backtest;

    L1World(Strategy strategy, MarketWorlds market, double costPerSide) {
        this.market = market;
        this.evaluation = strategy.evaluation(market.real().length(), true);
        this.backtest = new Backtest(market.real(), market.start(), strategy.holdBars(), costPerSide);
    }

    @Override
    public void measure(int number, double[] row) {
        double sharpe = score(number);
        TradeSums sums = backtest.sums();
        row[0] = sums.trades();
        row[1] = sharpe;
        row[2] = sums.profitFactor();
    }

    @Override
    public double score(int number) {
        Bars bars = market.world(number);
        backtest.run(bars, evaluation.on(bars));
        DailyReturns daily = DailyReturns.of(backtest.lastOfEachDay());
        return daily.count() < 2 || daily.isConstant() ? Double.NaN : daily.sharpe();
    }
}
