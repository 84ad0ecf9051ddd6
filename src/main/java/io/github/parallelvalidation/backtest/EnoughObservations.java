package io.github.parallelvalidation.backtest;

/// How many observations, bars with a score and a forward return, hit rate and information coefficient need.
public final class EnoughObservations {
    private static final int FEWEST = 200;
    private static final int GUARDS = 4;

    private EnoughObservations() {}

    /// @param horizon bars ahead that they look
    public static int fewest(int horizon) {
        return Math.max(FEWEST, GUARDS * Placebo.guard(horizon));
    }

    /// So many there are at most in a window: behind its last bars no open is known.
    ///
    /// @param bars of the window
    public static int most(int bars, int horizon) {
        return Math.max(0, bars - 1 - horizon);
    }
}
