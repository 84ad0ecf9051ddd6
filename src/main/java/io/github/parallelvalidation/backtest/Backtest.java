package io.github.parallelvalidation.backtest;

import io.github.parallelvalidation.data.Bars;
import io.github.parallelvalidation.strategy.Signals;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

/// Trades signals over a window of bars: decided at a bar's close, filled at the next open, always with the whole
/// equity.
final class Backtest {
    private static final long DAY = TimeUnit.DAYS.toMillis(1);

    private final Bars bars;
    private final int start;
    private final List<Trade> trades;
    /// At the close of each bar of the window.
    private final double[] equity;
    private final int barsHeld;

    private Backtest(Bars bars, int start, List<Trade> trades, double[] equity, int barsHeld) {
        this.bars = bars;
        this.start = start;
        this.trades = List.copyOf(trades);
        this.equity = equity;
        this.barsHeld = barsHeld;
    }

    /// @param start index of the window's first bar
    /// @param holdBars a position is left at the open after so many bars, that of the fill being the first
    /// @param costPerSide share of a position's value that opening or closing it costs
    static Backtest run(Bars bars, int start, Signals signals, OptionalInt holdBars, double costPerSide) {
        SignalEvents events = SignalEvents.of(signals, start);
        long longest = holdBars.isPresent() ? holdBars.getAsInt() : Long.MAX_VALUE;
        Account account = new Account(costPerSide);
        int last = bars.length() - 1;
        double[] equity = new double[bars.length() - start];
        int held = 0;
        int wanted = 0;
        for (int t = start; t <= last && !account.isRuined(); t++) {
            if (wanted != account.direction()) {
                account.turn(wanted, t, bars.open()[t]);
            }
            int direction = account.direction();
            held += direction != 0 ? 1 : 0;
            equity[t - start] = account.mark(bars.close()[t]);
            if (direction != 0 && (t == last || equity[t - start] == 0)) {
                account.close(t, bars.close()[t]);
                equity[t - start] = account.mark(bars.close()[t]);
            }
            boolean leaves = direction != 0 && (exits(signals, direction, t) || t - account.entryBar() + 1 >= longest);
            wanted = wanted(direction, events.direction(t), leaves);
        }
        return new Backtest(bars, start, account.trades(), equity, held);
    }

    private static boolean exits(Signals signals, int direction, int bar) {
        return direction > 0 ? signals.longExits()[bar] : signals.shortExits()[bar];
    }

    /// An event against the position, or one without a position, decides before any exit does.
    private static int wanted(int direction, int event, boolean leaves) {
        if (event != 0 && event != direction) {
            return event;
        }
        return leaves ? 0 : direction;
    }

    List<Trade> trades() {
        return trades;
    }

    /// Value of the account at the close of the last bar of each UTC day, by the opening times of the bars.
    double[] lastOfEachDay() {
        double[] last = new double[equity.length];
        int days = 0;
        for (int i = 0; i < equity.length; i++) {
            if (i > 0 && day(i) != day(i - 1)) {
                days++;
            }
            last[days] = equity[i];
        }
        return Arrays.copyOf(last, days + 1);
    }

    private long day(int i) {
        return Math.floorDiv(bars.time()[start + i], DAY);
    }

    double totalReturn() {
        return equity[equity.length - 1] - 1;
    }

    /// The largest loss from a peak, as a share of the peak.
    double maxDrawdown() {
        double peak = 0;
        double worst = 0;
        for (double value : equity) {
            peak = Math.max(peak, value);
            worst = Math.max(worst, 1 - value / peak);
        }
        return worst;
    }

    /// Share of bars with an open position at their close.
    double exposure() {
        return (double) barsHeld / equity.length;
    }

    /// The return of buying at the window's first open and holding, without costs.
    double benchmarkReturn() {
        return bars.close()[bars.length() - 1] / bars.open()[start] - 1;
    }
}
