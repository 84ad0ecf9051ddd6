package io.github.parallelvalidation.backtest;

/// The share of signal events after which the price moved in the predicted direction.
///
/// @param counted events whose forward return is not 0
/// @param hits those that were right
/// @param longs those that were long
record HitRate(int counted, int hits, int longs) {

    static HitRate of(Observations observations) {
        byte[] directions = observations.directions();
        double[] forwards = observations.forward();
        int counted = 0;
        int hits = 0;
        int longs = 0;
        for (int i = 0; i < observations.count(); i++) {
            int direction = directions[i];
            if (direction != 0 && forwards[i] != 0) {
                counted++;
                longs += direction > 0 ? 1 : 0;
                hits += direction * forwards[i] > 0 ? 1 : 0;
            }
        }
        return new HitRate(counted, hits, longs);
    }

    double rate() {
        return (double) hits / counted;
    }

    double pValue() {
        return Binomial.fairCoinPValue(hits, counted);
    }

    /// The hit rate of a coin with the same share of longs and shorts on the same returns.
    double base(Observations observations) {
        int up = 0;
        int down = 0;
        for (int i = 0; i < observations.count(); i++) {
            up += observations.forward()[i] > 0 ? 1 : 0;
            down += observations.forward()[i] < 0 ? 1 : 0;
        }
        double longShare = (double) longs / Math.max(1, counted);
        return (longShare * up + (1 - longShare) * down) / Math.max(1, observations.count());
    }
}
