package io.github.parallelvalidation.backtest;

import io.github.parallelvalidation.strategy.Signals;

/// Entries: bars where a side is wanted that was not wanted one bar before.
///
/// @param direction per bar +1 long, −1 short, 0 none
/// @param count events in the window
/// @param conflicts bars of the window where both sides began; they cancel
@SuppressWarnings("ArrayRecordComponent")
record SignalEvents(int[] direction, int count, int conflicts) {

    static SignalEvents of(Signals signals, Window window) {
        int[] direction = new int[window.bars().size()];
        int count = 0;
        int conflicts = 0;
        for (int t = window.start(); t < direction.length; t++) {
            boolean isLong = begins(signals.longs(), t);
            boolean isShort = begins(signals.shorts(), t);
            conflicts += isLong && isShort ? 1 : 0;
            direction[t] = (isLong ? 1 : 0) - (isShort ? 1 : 0);
            count += direction[t] == 0 ? 0 : 1;
        }
        return new SignalEvents(direction, count, conflicts);
    }

    private static boolean begins(boolean[] wanted, int t) {
        return wanted[t] && (t == 0 || !wanted[t - 1]);
    }
}
