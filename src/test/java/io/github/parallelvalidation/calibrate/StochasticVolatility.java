package io.github.parallelvalidation.calibrate;

import io.github.parallelvalidation.data.Bars;

/// A market whose volatility wanders by itself and is higher in the afternoon than at night.
final class StochasticVolatility {
    private static final double DEVIATION = 0.005;
    private static final double MEMORY = 0.98;
    private static final double SPREAD_OF_LOG = 0.5;
    private static final double SEASON = 0.4;
    private static final int BUSIEST_HOUR = 15;

    private StochasticVolatility() {}

    static Bars bars(Draws draws, int length) {
        Paths path = new Paths(draws, length);
        double log = SPREAD_OF_LOG * draws.normal();
        for (int t = 0; t < length; t++) {
            double season = SEASON * Math.cos(2 * Math.PI * (path.hour() - BUSIEST_HOUR) / 24);
            double deviation = DEVIATION * Math.exp(log + season);
            path.add(deviation * draws.normal(), deviation);
            log = MEMORY * log + SPREAD_OF_LOG * Math.sqrt(1 - MEMORY * MEMORY) * draws.normal();
        }
        return path.bars();
    }
}
