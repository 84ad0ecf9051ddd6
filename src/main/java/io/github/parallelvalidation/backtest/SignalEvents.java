package io.github.parallelvalidation.backtest;

import io.github.parallelvalidation.strategy.Signals;

/// The bars of the window on which a signal begins to hold. A long and a short that begin on the same bar cancel each
/// other and count as a conflict.
final class SignalEvents {
    private final byte[] direction;
    private int longs;
    private int shorts;
    private int conflicts;

    /// @param bars how many there are
    SignalEvents(int bars) {
        this.direction = new byte[bars];
    }

    /// @param start index of the window's first bar; a signal may have held before it
    static SignalEvents of(Signals signals, int start) {
        return new SignalEvents(signals.longs().length).find(signals, start);
    }

    /// Finds the events of other signals on as many bars; those found before are forgotten.
    SignalEvents find(Signals signals, int start) {
        boolean[] isLong = signals.longs();
        boolean[] isShort = signals.shorts();
        longs = 0;
        shorts = 0;
        conflicts = 0;
        boolean wasLong = start > 0 && isLong[start - 1];
        boolean wasShort = start > 0 && isShort[start - 1];
        for (int t = start; t < direction.length; t++) {
            int begins = (isLong[t] && !wasLong ? 1 : 0) - (isShort[t] && !wasShort ? 1 : 0);
            wasLong = isLong[t];
            wasShort = isShort[t];
            direction[t] = (byte) begins;
            longs += begins > 0 ? 1 : 0;
            shorts += begins < 0 ? 1 : 0;
        }
        conflicts = conflicts(isLong, isShort, start);
        return this;
    }

    private int conflicts(boolean[] isLong, boolean[] isShort, int start) {
        int found = 0;
        for (int t = start; t < direction.length; t++) {
            found += isLong[t] && isShort[t] && (t == 0 || (!isLong[t - 1] && !isShort[t - 1])) ? 1 : 0;
        }
        return found;
    }

    /// By bar, as [#direction].
    byte[] directions() {
        return direction;
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
