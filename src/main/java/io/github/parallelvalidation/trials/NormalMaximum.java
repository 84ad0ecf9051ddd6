package io.github.parallelvalidation.trials;

import org.apache.commons.statistics.distribution.NormalDistribution;

/// The largest of n independent standard normal numbers. n need not be whole: correlated numbers count as fewer.
final class NormalMaximum {
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    /// Beyond it lies less than 1e-16 of the distribution for any n below a hundred million.
    private static final double FAR = 10;

    /// The rule of trapezia converges faster than any power of the step for such a function.
    private static final int STEPS = 4_000;

    private NormalMaximum() {}

    /// By integration over the density n·φ·Φⁿ⁻¹.
    ///
    /// @param n 1 or more
    static double variance(double n) {
        if (n <= 1) {
            return 1;
        }
        double mean = 0;
        double squares = 0;
        for (int i = 0; i <= STEPS; i++) {
            double z = FAR * (2.0 * i / STEPS - 1);
            double mass = n * NORMAL.density(z) * Math.exp((n - 1) * logCumulative(z)) * 2 * FAR / STEPS;
            mean += mass * z;
            squares += mass * z * z;
        }
        return squares - mean * mean;
    }

    /// log Φ(z), also where Φ is 1 but for its last digits.
    private static double logCumulative(double z) {
        return z > 0 ? Math.log1p(-NORMAL.survivalProbability(z)) : Math.log(NORMAL.cumulativeProbability(z));
    }
}
