package io.github.parallelvalidation.backtest;

/// The share of signal events after which the price moved in the predicted direction.
///
/// @param counted events whose forward return is not 0
/// @param hits those that were right
/// @param base the hit rate of a coin with the same share of longs and shorts on the same returns
record HitRate(int counted, int hits, double base) {

    static HitRate of(Observations observations) {
        int counted = 0;
        int hits = 0;
        int longs = 0;
        int up = 0;
        int down = 0;
        for (int i = 0; i < observations.count(); i++) {
            double forward = observations.forward()[i];
            int direction = observations.direction(i);
            up += forward > 0 ? 1 : 0;
            down += forward < 0 ? 1 : 0;
            if (direction != 0 && forward != 0) {
                counted++;
                longs += direction > 0 ? 1 : 0;
                hits += direction * forward > 0 ? 1 : 0;
            }
        }
        double longShare = (double) longs / Math.max(1, counted);
        double base = (longShare * up + (1 - longShare) * down) / Math.max(1, observations.count());
        return new HitRate(counted, hits, base);
    }

    double rate() {
        return (double) hits / counted;
    }

    double pValue() {
        return Binomial.fairCoinPValue(hits, counted);
    }
}
