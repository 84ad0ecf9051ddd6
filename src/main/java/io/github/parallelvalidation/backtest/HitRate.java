package io.github.parallelvalidation.backtest;

import org.apache.commons.statistics.distribution.BinomialDistribution;

/// How often signal events were right.
///
/// @param events events with a move to be right or wrong about
/// @param right those in whose direction the price went
/// @param base what a coin with the same share of longs and shorts gets on this data
record HitRate(int events, int right, double base) {

    static HitRate of(Observations seen) {
        int longs = 0;
        int shorts = 0;
        int right = 0;
        int ups = 0;
        int downs = 0;
        for (int i = 0; i < seen.size(); i++) {
            double forward = seen.forward()[i];
            int direction = seen.direction()[i];
            ups += forward > 0 ? 1 : 0;
            downs += forward < 0 ? 1 : 0;
            if (forward != 0) {
                longs += direction > 0 ? 1 : 0;
                shorts += direction < 0 ? 1 : 0;
                right += direction * forward > 0 ? 1 : 0;
            }
        }
        int events = longs + shorts;
        double n = seen.size();
        double base = events == 0 ? 0 : (longs * (ups / n) + shorts * (downs / n)) / events;
        return new HitRate(events, right, base);
    }

    double rate() {
        return (double) right / events;
    }

    /// Exact two-sided binomial test against a coin: the sum of all outcomes no likelier than the one seen. A coin's
    /// outcomes are symmetric, so these are both tails from the rarer side outwards.
    double pValue() {
        int rarer = Math.min(right, events - right);
        return Math.min(1, 2 * BinomialDistribution.of(events, 0.5).cumulativeProbability(rarer));
    }
}
