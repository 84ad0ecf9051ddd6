package io.github.parallelvalidation.backtest;

import io.github.parallelvalidation.strategy.Signals;

/// The bars of the window on which a signal begins to hold. A long and a short that begin on the same bar cancel each
/// other and count as a conflict.
final class SignalEvents {
    private final byte[] direction;
    private final int longs;
    private final int shorts;
    private final int conflicts;

    private SignalEvents(byte[] direction, int longs, int shorts, int conflicts) {
        this.direction = direction;
        this.longs = longs;
        this.shorts = shorts;
        this.conflicts = conflicts;
    }

    /// @param start index of the window's first bar; a signal may have held before it
    static SignalEvents of(Signals signals, int start) {
        byte[] direction = new byte[signals.longs().length];
        int longs = 0;
        int shorts = 0;
        int conflicts = 0;
        for (int t = start; t < direction.length; t++) {
            boolean isLong = begins(signals.longs(), t);
            boolean isShort = begins(signals.shorts(), t);
            if (isLong && isShort) {
                conflicts++;
            } else if (isLong) {
                longs++;
                direction[t] = 1;
            } else if (isShort) {
                shorts++;
                direction[t] = -1;
            }
        }
        return new SignalEvents(direction, longs, shorts, conflicts);
    }

    private static boolean begins(boolean[] signal, int t) {
        return signal[t] && (t == 0 || !signal[t - 1]);
    }

    /// +1, -1, or 0 where nothing begins.
    int direction(int bar) {
        return direction[bar];
    }

    int longs() {
        return longs;
    }

    int shorts() {
        return shorts;
    }

    int conflicts() {
        return conflicts;
    }

    int count() {
        return longs + shorts;
    }
}
