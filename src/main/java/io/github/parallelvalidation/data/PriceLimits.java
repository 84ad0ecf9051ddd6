package io.github.parallelvalidation.data;

/// Prices that can be calculated with. Markets are rebuilt from the ratios of neighbouring bars in a random order of
/// directions; what these come to, and the ratio of any two prices there, must be a number. How far that leads shows in
/// the rebuilt market itself: [RebuiltMarket] looks.
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

    /// The ratio of any two prices between the two is a number.
    static final double LEAST_REBUILT = 1e-150;

    static final double MOST_REBUILT = 1e150;

    private PriceLimits() {}

    /// How far a bar goes from the close before it, as a ratio: 1 or more.
    static double ratio(double before, double high, double low) {
        return Math.max(high / before, before / low);
    }

    /// "high is 3.0E20 after a close of 4.0".
    static String move(double before, double high, double low) {
        boolean isRise = high / before >= before / low;
        return "%s is %s after a close of %s".formatted(isRise ? "high" : "low", isRise ? high : low, before);
    }
}
