package io.github.parallelvalidation.strategy;

/// What a strategy says about each bar, knowing that bar and those before it. The arrays are never changed.
public final class Signals {
    private final double[] score;
    private final boolean[] longs;
    private final boolean[] shorts;

    /// @param score larger is more bullish; NaN where it is not known
    public Signals(double[] score, boolean[] longs, boolean[] shorts) {
        this.score = score;
        this.longs = longs;
        this.shorts = shorts;
    }

    public double[] score() {
        return score;
    }

    public boolean[] longs() {
        return longs;
    }

    public boolean[] shorts() {
        return shorts;
    }
}
