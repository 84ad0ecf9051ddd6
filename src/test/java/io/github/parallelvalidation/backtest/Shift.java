package io.github.parallelvalidation.backtest;

import io.github.parallelvalidation.gate.L0Gates;
import io.github.parallelvalidation.strategy.Signals;
import io.github.parallelvalidation.strategy.Strategy;
import java.io.Serializable;

/// What the circular shift would say of a strategy of expressions, for which the program does not ask it any more.
///
/// @param pValue 1 where there is no information coefficient
public record Shift(double pValue, double luck) implements Serializable {

    public static Shift of(MarketWorlds market, Strategy strategy, Signals signals, L0Gates gates) {
        L0Measure measure = new L0Measure(market, strategy.horizon());
        measure.look(0, market.real(), signals);
        if (Double.isNaN(measure.ic())) {
            return new Shift(1, 0);
        }
        Placebo placebo = Placebo.of(measure, gates);
        return new Shift(placebo.icPValue(), placebo.luck());
    }
}
