package io.github.parallelvalidation.calibrate;

import io.github.parallelvalidation.data.Bars;

/// A market whose volatility follows from its last moves, and whose moves are fat-tailed: GARCH(1,1) with Student's t.
final class Garch {
    /// Of an hour, on average.
    private static final double DEVIATION = 0.006;
    /// What the last squared return weighs in the next variance, and the last variance.
    private static final double LAST_MOVE = 0.08;
    private static final double MEMORY = 0.9;

    /// Until the first variance is forgotten.
    private static final int SETTLING = 500;

    private Garch() {}

    static Bars bars(Draws draws, int length) {
        double usual = DEVIATION * DEVIATION;
        double variance = usual;
        Paths path = new Paths(draws, length);
        for (int t = -SETTLING; t < length; t++) {
            double deviation = Math.sqrt(variance);
            double move = deviation * draws.fatTailed();
            if (t >= 0) {
                path.add(move, deviation);
            }
            variance = usual * (1 - LAST_MOVE - MEMORY) + LAST_MOVE * move * move + MEMORY * variance;
        }
        return path.bars();
    }
}
