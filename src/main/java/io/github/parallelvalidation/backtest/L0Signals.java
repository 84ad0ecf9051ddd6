package io.github.parallelvalidation.backtest;

import io.github.parallelvalidation.data.Bars;
import io.github.parallelvalidation.strategy.Evaluation;
import io.github.parallelvalidation.strategy.Signals;
import io.github.parallelvalidation.strategy.Strategy;

/// A strategy on the market as it is and on the rebuilt ones, looked at with the eyes of L0.
final class L0Signals implements WorldLoop.World {
    static final String TOO_FEW = "too few observations";

    /// A score that spreads less than this share of its real spread may be constant but for rounding.
    private static final double NARROW = 1e-4;
    private static final String CONSTANT = "the score is constant";

    private final MarketWorlds market;
    private final L0Measure measure;
    private final ScoreRounding rounding;
    private final double realSpread;
    private final boolean realIsConstant;
    private final Ic real;
    private final Evaluation evaluation;

    /// @param value NaN where there is none
    /// @param why the reason then, else empty
    record Ic(double value, String why) {
        /// Also where it only varies by rounding.
        boolean isOfConstantScore() {
            return why.equals(CONSTANT);
        }
    }

    /// @param measure has looked at the real market
    /// @param signals on the real market
    L0Signals(Strategy strategy, MarketWorlds market, L0Measure measure, Signals signals) {
        this.market = market;
        this.measure = measure;
        this.rounding = new ScoreRounding(strategy, market);
        this.realSpread = measure.scoreSpread();
        this.realIsConstant = measure.isEnough() && rounding.isConstant(market.real(), signals.score(), measure);
        this.real = ic(realIsConstant);
        this.evaluation = strategy.evaluation(market.real().length(), false);
    }

    Ic realIc() {
        return real;
    }

    private Ic ic(boolean scoreIsConstant) {
        if (!measure.isEnough()) {
            return new Ic(Double.NaN, TOO_FEW);
        }
        if (scoreIsConstant) {
            return new Ic(Double.NaN, CONSTANT);
        }
        double ic = measure.ic();
        return new Ic(ic, Double.isNaN(ic) ? "the forward returns are constant" : "");
    }

    /// Computes the strategy anew.
    @Override
    public void measure(int number, double[] row) {
        Bars bars = market.world(number);
        Signals signals = evaluation.on(bars);
        measure.look(number, bars, signals);
        row[0] = measure.events().count();
        row[1] = measure.hitRate();
        row[2] = ic(bars, signals.score());
    }

    @Override
    public double score(int number) {
        Bars bars = market.world(number);
        double[] score = evaluation.score(bars);
        measure.lookAtScore(number, bars, score);
        return ic(bars, score);
    }

    private double ic(Bars bars, double[] score) {
        return isConstant(bars, score) ? Double.NaN : measure.ic();
    }

    private boolean isConstant(Bars bars, double[] score) {
        boolean mayBe = realIsConstant || !(measure.scoreSpread() > NARROW * realSpread);
        return mayBe && measure.isEnough() && rounding.isConstant(bars, score, measure);
    }
}
