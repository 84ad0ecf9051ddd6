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
        for (int t = start; t < direction.length; t++) {
            boolean longBegins = begins(isLong, t);
            boolean shortBegins = begins(isShort, t);
            direction[t] = 0;
            if (longBegins && shortBegins) {
                conflicts++;
            } else if (longBegins) {
                longs++;
                direction[t] = 1;
            } else if (shortBegins) {
                shorts++;
                direction[t] = -1;
            }
        }
        return this;
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
