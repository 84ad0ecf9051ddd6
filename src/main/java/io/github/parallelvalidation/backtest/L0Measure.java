package io.github.parallelvalidation.backtest;

import io.github.parallelvalidation.data.Bars;
import io.github.parallelvalidation.number.Rounding;
import io.github.parallelvalidation.strategy.Signals;

/// Signal frequency, hit rate and information coefficient of signals on one market after another, in the same arrays.
final class L0Measure {

    /// Prices, a quotient and a difference: what the rounding of a forward return comes from.
    private static final double FORWARD_ROUNDING = 4 * Rounding.OF_ONE;

    private final MarketWorlds market;
    private final SignalEvents events;
    private final Observations observations;
    private final Ranks score;
    private final Ranks ownForward;
    private Ranks forward;
    private HitRate hits = new HitRate(0, 0, 0);

    L0Measure(MarketWorlds market, int horizon) {
        this.market = market;
        int bars = market.real().length();
        this.events = new SignalEvents(bars);
        this.observations = new Observations(bars, market.start(), horizon);
        this.score = new Ranks(observations.most());
        this.ownForward = new Ranks(observations.most());
        this.forward = ownForward;
    }

    /// Looks at signals; what was seen before is forgotten.
    ///
    /// @param world 0 for the market as it is
    void look(int world, Bars bars, Signals signals) {
        events.find(signals, market.start());
        observations.take(bars, signals.score(), events);
        hits = HitRate.of(observations);
        rank(world);
    }

    /// Looks at a score whose signals do not matter; what was seen before is forgotten.
    void lookAtScore(int world, Bars bars, double[] scores) {
        events.none();
        observations.take(bars, scores, events);
        hits = new HitRate(0, 0, 0);
        rank(world);
    }

    private void rank(int world) {
        if (isEnough()) {
            score.rank(observations.score(), 0, observations.count());
            forward = forward(world);
        }
    }

    private Ranks forward(int world) {
        boolean isWhole = observations.count() == observations.most();
        if (isWhole) {
            var known = market.forward(world, observations.horizon());
            if (known.isPresent()) {
                return known.get();
            }
        }
        ownForward.rank(observations.forward(), 0, observations.count());
        if (isWhole) {
            market.keep(world, observations.horizon(), ownForward);
        }
        return ownForward;
    }

    /// Whether there are enough observations for hit rate and information coefficient.
    boolean isEnough() {
        return observations.count() >= EnoughObservations.fewest(observations.horizon());
    }

    SignalEvents events() {
        return events;
    }

    Observations observations() {
        return observations;
    }

    HitRate hits() {
        return hits;
    }

    /// NaN where there is none.
    double hitRate() {
        return isEnough() && hits.counted() > 0 ? hits.rate() : Double.NaN;
    }

    /// Only where there is [#isEnough].
    Ranks score() {
        return score;
    }

    /// Only where there is [#isEnough].
    Ranks forward() {
        return forward;
    }

    /// Largest minus least score; NaN where there are too few.
    double scoreSpread() {
        return isEnough() ? score.max() - score.min() : Double.NaN;
    }

    /// NaN where there is none.
    double ic() {
        return isEnough() && !forwardIsConstant() ? score.correlation(forward) : Double.NaN;
    }

    /// Whether all forward returns are equal but for rounding.
    private boolean forwardIsConstant() {
        double least = forward.min();
        double largest = forward.max();
        return largest - least <= FORWARD_ROUNDING * Math.max(Math.abs(1 + least), Math.abs(1 + largest));
    }
}
