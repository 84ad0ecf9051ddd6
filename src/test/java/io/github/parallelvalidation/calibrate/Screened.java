package io.github.parallelvalidation.calibrate;

import io.github.parallelvalidation.backtest.L0Screen;
import io.github.parallelvalidation.backtest.MarketWorlds;
import io.github.parallelvalidation.backtest.Measured;
import io.github.parallelvalidation.backtest.ProgressListener;
import io.github.parallelvalidation.backtest.Shift;
import io.github.parallelvalidation.data.Bars;
import io.github.parallelvalidation.gate.L0Gates;
import io.github.parallelvalidation.gate.MetricNames;
import io.github.parallelvalidation.gate.Metrics;
import io.github.parallelvalidation.luck.PlaceboWorlds;
import io.github.parallelvalidation.strategy.Signals;
import io.github.parallelvalidation.strategy.Strategy;
import java.io.Serializable;

/// What L0 said of one strategy on one market, and what the circular shift would have said.
///
/// @param p 1 where there is no information coefficient
record Screened(boolean passed, double ic, double luck, double p, Shift shift) implements Serializable {
    static final int WARMUP = 1_000;

    static Screened of(Strategy strategy, Bars bars, PlaceboWorlds worlds) {
        MarketWorlds market = new MarketWorlds(bars, WARMUP);
        Signals signals = strategy.entries(bars);
        Shift shift = Shift.of(market, strategy, signals, L0Gates.DEFAULT);
        Metrics metrics = screen(market, strategy, signals, worlds).metrics();
        return new Screened(
                passes(metrics),
                metrics.number(MetricNames.IC).orElse(0),
                metrics.number(MetricNames.LUCK).orElseThrow(),
                metrics.number(MetricNames.IC_P_VALUE).orElse(1),
                shift);
    }

    static boolean passes(Strategy strategy, Bars bars) {
        MarketWorlds market = new MarketWorlds(bars, WARMUP);
        return passes(screen(market, strategy, strategy.entries(bars), PlaceboWorlds.exactly(0))
                .metrics());
    }

    static boolean passes(Metrics metrics) {
        return L0Gates.DEFAULT.judge(metrics).passed();
    }

    static Measured screen(MarketWorlds market, Strategy strategy, Signals signals, PlaceboWorlds worlds) {
        return new L0Screen(market, L0Gates.DEFAULT, worlds, ProgressListener.SILENT).measure(strategy, signals);
    }
}
