package io.github.parallelvalidation.luck;

/// The p-value of a score among those of rebuilt markets: how often noise does as well, the market as it is included.
///
/// @param value (1 + worlds that reach the score) / (1 + worlds)
/// @param worlds how many were used
public record WorldsPValue(double value, int worlds) {
    /// With so many the share is known well enough, and no more worlds are computed.
    private static final int ENOUGH = 10;

    /// Below this the score of a world, or of a shift, counts as equal to the one seen; it is far above rounding and
    /// far below any
    /// difference that matters.
    public static final double TIE = 1e-12;

    /// Whether a world's score is at least as large as the one seen.
    public static boolean reaches(double world, double seen) {
        return world >= seen - TIE;
    }

    public static boolean isKnownWellEnough(int reached) {
        return reached >= ENOUGH;
    }

    public static WorldsPValue of(int reached, int worlds) {
        return new WorldsPValue((1.0 + reached) / (1.0 + worlds), worlds);
    }
}
