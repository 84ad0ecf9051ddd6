package io.github.parallelvalidation.calibrate;

import io.github.parallelvalidation.data.Bars;
import java.util.function.ToDoubleFunction;

/// A market whose volatility wanders and has its daily season.
///
/// @param season how much the logarithm of volatility rises in the afternoon and falls at night
/// @param leverage 0 where volatility wanders by itself, towards 1 where falls raise it and rises lower it
/// @param innovation of mean 0 and variance 1
record StochasticVolatility(double season, double leverage, ToDoubleFunction<Draws> innovation) {
    private static final double DEVIATION = 0.005;
    private static final double MEMORY = 0.98;
    private static final double SPREAD_OF_LOG = 0.5;
    private static final int BUSIEST_HOUR = 15;

    Bars bars(Draws draws, int length) {
        Paths path = new Paths(draws, length);
        double step = SPREAD_OF_LOG * Math.sqrt(1 - MEMORY * MEMORY);
        double log = SPREAD_OF_LOG * draws.normal();
        for (int t = 0; t < length; t++) {
            double hour = Math.cos(2 * Math.PI * (path.hour() - BUSIEST_HOUR) / 24);
            double deviation = DEVIATION * Math.exp(log + season * hour);
            double surprise = innovation.applyAsDouble(draws);
            path.add(deviation * surprise, deviation);
            double own = Math.sqrt(1 - leverage * leverage) * draws.normal();
            log = MEMORY * log + step * (own - leverage * surprise);
        }
        return path.bars();
    }
}
