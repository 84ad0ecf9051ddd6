package io.github.parallelvalidation.backtest;

import io.github.parallelvalidation.gate.L0Gates;

/// The same score moved in a circle has the same autocorrelation and no skill: what it scores is luck. Shifts k from g
/// to n − g, with g = max(2·horizon, 50), so that neighbours of the true alignment are left out.
///
/// @param shifts how many k there are
/// @param icAtLeast how many of them have an ic of at least the strategy's (less 1e-12)
/// @param passing how many of them pass all gates of L0
record Placebo(int shifts, int icAtLeast, int passing) {
    private static final double TOLERANCE = 1e-12;

    /// The least shift.
    static int guard(int horizon) {
        return (int) Math.min(Integer.MAX_VALUE / 8, Math.max(2L * horizon, 50));
    }

    static Placebo of(Observations seen, long[] score, long[] forward, int horizon, int frequency, L0Gates gates) {
        int n = seen.size();
        int guard = guard(horizon);
        CircularSums circle = new CircularSums(n);
        long[] products = circle.of(score, forward);
        Hits hits = Hits.of(seen, circle);
        double scale = InformationCoefficient.scale(score, forward);
        double ic = Ranks.sumOfProducts(score, forward) / scale;
        boolean frequencyHolds = gates.frequencyHolds(frequency);
        int shifts = 0;
        int atLeast = 0;
        int passing = 0;
        for (int k = guard; k <= n - guard; k++) {
            double shifted = products[k] / scale;
            shifts++;
            atLeast += shifted >= ic - TOLERANCE ? 1 : 0;
            passing += frequencyHolds && hits.hold(k, gates) && gates.icHolds(shifted) ? 1 : 0;
        }
        return new Placebo(shifts, atLeast, passing);
    }

    double pValue() {
        return (1.0 + icAtLeast) / (1.0 + shifts);
    }

    double luck() {
        return (double) passing / shifts;
    }

    /// Hit rates of the moved events.
    ///
    /// @param right per shift, events that land on a move in their direction
    /// @param moved per shift, events that land on any move
    @SuppressWarnings("ArrayRecordComponent")
    private record Hits(long[] right, long[] moved) {

        /// Two sums cover all four kinds: direction × sign of the move is +1 where right and −1 where wrong.
        static Hits of(Observations seen, CircularSums circle) {
            int n = seen.size();
            long[] direction = new long[n];
            long[] event = new long[n];
            long[] sign = new long[n];
            long[] move = new long[n];
            for (int i = 0; i < n; i++) {
                direction[i] = seen.direction()[i];
                event[i] = Math.abs(direction[i]);
                sign[i] = (long) Math.signum(seen.forward()[i]);
                move[i] = Math.abs(sign[i]);
            }
            long[] balance = circle.of(direction, sign);
            long[] moved = circle.of(event, move);
            long[] right = new long[n];
            for (int k = 0; k < n; k++) {
                right[k] = (moved[k] + balance[k]) / 2;
            }
            return new Hits(right, moved);
        }

        boolean hold(int k, L0Gates gates) {
            return moved[k] > 0 && gates.hitRateHolds((double) right[k] / moved[k]);
        }
    }
}
