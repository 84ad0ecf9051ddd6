package io.github.parallelvalidation.calibrate;

import io.github.parallelvalidation.data.Bars;
import java.util.function.ToDoubleFunction;

/// A market whose volatility follows from its last returns: GARCH(1,1), with the leverage of Glosten, Jagannathan and
/// Runkle (1993).
///
/// @param anyMove weight of a squared return in the next variance
/// @param fall weight that a fall has besides
/// @param memory weight of the last variance
/// @param innovation of mean 0 and variance 1
record Garch(double anyMove, double fall, double memory, ToDoubleFunction<Draws> innovation) {
    /// Of an hour, on average.
    private static final double DEVIATION = 0.006;

    /// Until the first variance is forgotten.
    private static final int SETTLING = 500;

    Bars bars(Draws draws, int length) {
        double constant = DEVIATION * DEVIATION * (1 - anyMove - fall / 2 - memory);
        double variance = DEVIATION * DEVIATION;
        Paths path = new Paths(draws, length);
        for (int t = -SETTLING; t < length; t++) {
            double deviation = Math.sqrt(variance);
            double move = deviation * innovation.applyAsDouble(draws);
            if (t >= 0) {
                path.add(move, deviation);
            }
            variance = constant + (anyMove + (move < 0 ? fall : 0)) * move * move + memory * variance;
        }
        return path.bars();
    }
}
