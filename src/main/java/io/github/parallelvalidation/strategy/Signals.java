package io.github.parallelvalidation.strategy;

/// What a strategy says about each bar, knowing that bar and those before it. The arrays are never changed.
public final class Signals {
    private final double[] score;
    private final boolean[] longs;
    private final boolean[] shorts;
    private final boolean[] longExits;
    private final boolean[] shortExits;

    /// @param score larger is more bullish; NaN where it is not known
    /// @param longExits where an open long is to be left
    /// @param shortExits where an open short is to be left
    public Signals(double[] score, boolean[] longs, boolean[] shorts, boolean[] longExits, boolean[] shortExits) {
        this.score = score;
        this.longs = longs;
        this.shorts = shorts;
        this.longExits = longExits;
        this.shortExits = shortExits;
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

    public boolean[] longExits() {
        return longExits;
    }

    public boolean[] shortExits() {
        return shortExits;
    }
}
