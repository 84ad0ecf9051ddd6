package io.github.parallelvalidation.strategy;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A strategy's score and signals for each bar, each computed from that bar and earlier ones only. The arrays
/// hold until the evaluation that they are from looks at the next market.
public final class Signals {
    private final double[] score;
    private final boolean[] longs;
    private final boolean[] shorts;
    private final boolean @Nullable [] longExits;
    private final boolean @Nullable [] shortExits;

    /// Without exits: who only looks at entries does not pay for them.
    ///
    /// @param score larger is more bullish; NaN where it is not known
    public Signals(double[] score, boolean[] longs, boolean[] shorts) {
        this.score = score;
        this.longs = longs;
        this.shorts = shorts;
        this.longExits = null;
        this.shortExits = null;
    }

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
        return evaluated(longExits);
    }

    public boolean[] shortExits() {
        return evaluated(shortExits);
    }

    private static boolean[] evaluated(boolean @Nullable [] exits) {
        return Objects.requireNonNull(exits, "these signals were evaluated without their exits");
    }
}
