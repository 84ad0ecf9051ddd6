package io.github.parallelvalidation.strategy;

import java.util.Optional;

/// The signals that a strategy's own program wrote for each bar. The arrays are never changed.
public final class ProgramOutput {
    private final double[] score;
    private final Optional<boolean[]> longs;
    private final Optional<boolean[]> shorts;

    /// @param score NaN where the program says nothing
    /// @param longs empty where the program does not say when long holds
    /// @param shorts likewise
    public ProgramOutput(double[] score, Optional<boolean[]> longs, Optional<boolean[]> shorts) {
        this.score = score;
        this.longs = longs;
        this.shorts = shorts;
    }

    public double[] score() {
        return score;
    }

    public Optional<boolean[]> longs() {
        return longs;
    }

    public Optional<boolean[]> shorts() {
        return shorts;
    }

    /// Whether the program says when to enter.
    boolean saysEntries() {
        return longs.isPresent() || shorts.isPresent();
    }
}
