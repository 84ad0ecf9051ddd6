package io.github.parallelvalidation.backtest;

import io.github.parallelvalidation.strategy.Signals;
import java.util.Arrays;

/// The bars of the window on which a signal begins to hold. A long and a short that begin on the same bar cancel each
/// other and count as a conflict.
public final class SignalEvents {
    private final byte[] direction;
    private int longs;
    private int shorts;
    private int conflicts;

    /// @param bars how many there are
    SignalEvents(int bars) {
        this.direction = new byte[bars];
    }

    /// @param start index of the window's first bar; a signal may have held before it
    public static SignalEvents of(Signals signals, int start) {
        return new SignalEvents(signals.longs().length).find(signals, start);
    }

    /// Finds the events of other signals on as many bars; those found before are forgotten.
    SignalEvents find(Signals signals, int start) {
        boolean[] isLong = signals.longs();
        boolean[] isShort = signals.shorts();
        longs = 0;
        shorts = 0;
        conflicts = 0;
        int heldLong = start > 0 && isLong[start - 1] ? 1 : 0;
        int heldShort = start > 0 && isShort[start - 1] ? 1 : 0;
        // Without branches: whether a signal holds is hard to foresee, for a processor as well.
        for (int t = start; t < direction.length; t++) {
            int holdsLong = isLong[t] ? 1 : 0;
            int holdsShort = isShort[t] ? 1 : 0;
            int beginsLong = holdsLong & ~heldLong;
            int beginsShort = holdsShort & ~heldShort;
            heldLong = holdsLong;
            heldShort = holdsShort;
            direction[t] = (byte) (beginsLong - beginsShort);
            longs += beginsLong & ~beginsShort;
            shorts += beginsShort & ~beginsLong;
            conflicts += beginsLong & beginsShort;
        }
        return this;
    }

    /// As if no signal held anywhere.
    void none() {
        Arrays.fill(direction, (byte) 0);
        longs = 0;
        shorts = 0;
        conflicts = 0;
    }

    /// By bar, as [#direction].
    byte[] directions() {
        return direction;
    }

    /// +1, -1, or 0 where nothing begins.
    public int direction(int bar) {
        return direction[bar];
    }

    public int longs() {
        return longs;
    }

    public int shorts() {
        return shorts;
    }

    public int conflicts() {
        return conflicts;
    }

    int count() {
        return longs + shorts;
    }
}
