package io.github.parallelvalidation.data;

import io.github.parallelvalidation.format.DataException;
import java.nio.file.Path;
import java.time.Instant;

/// Prices that can be calculated with. Markets are rebuilt from the ratios of neighbouring bars in a random order of
/// directions; what these come to, and the ratio of any two prices there, must be a number.
///
/// No market comes near the limits: not the cheapest token, not a currency that lost all of its value. What is beyond
/// them was damaged, or is no price.
final class PriceLimits {
    static final double LEAST = 1e-30;
    static final double MOST = 1e30;
    /// Sums and products of volumes are numbers as well.
    static final double MOST_VOLUME = 1e100;
    /// From one close to the high or the low of the next bar. More than twelve zeros were never struck off a currency
    /// at once.
    static final double FARTHEST = 1e13;

    /// Sum of squared log ratios over all bars: as a random walk the logarithm of a rebuilt price is so far from that
    /// of a real one that 7 times the root, 210, never comes. With the real one (69) and one bar (30) that is below
    /// the logarithm of [#MOST_REBUILT].
    static final double MOST_MOVEMENT = 900;

    /// The ratio of any two prices between the two is a number.
    static final double LEAST_REBUILT = 1e-150;

    static final double MOST_REBUILT = 1e150;

    /// Up to here the logarithm is computed from what it is always less than.
    private static final double NEAR = 2;

    private PriceLimits() {}

    /// How far a bar goes from the close before it, as a ratio: 1 or more.
    static double ratio(double before, double high, double low) {
        return Math.max(high / before, before / low);
    }

    private static double movement(double ratio) {
        double log = ratio < NEAR ? ratio - 1 : Math.log(ratio);
        return log * log;
    }

    /// @param file that holds the bars
    /// @throws DataException when they move so much that markets rebuilt from them would leave all numbers
    static void require(Bars bars, Path file) {
        double movement = 0;
        for (int t = 1; t < bars.length(); t++) {
            double before = bars.close()[t - 1];
            double high = bars.high()[t];
            double low = bars.low()[t];
            movement += movement(ratio(before, high, low));
            if (movement > MOST_MOVEMENT) {
                String bar = "bar of %s: %s".formatted(Instant.ofEpochMilli(bars.time()[t]), move(before, high, low));
                throw DataException.invalid(
                        file,
                        bar + "; prices that move so far from bar to bar, here and before, cannot be calculated with");
            }
        }
    }

    /// "high is 3.0E20 after a close of 4.0".
    static String move(double before, double high, double low) {
        boolean isRise = high / before >= before / low;
        return "%s is %s after a close of %s".formatted(isRise ? "high" : "low", isRise ? high : low, before);
    }
}
