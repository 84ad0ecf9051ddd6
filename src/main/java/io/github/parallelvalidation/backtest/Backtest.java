package io.github.parallelvalidation.backtest;

import io.github.parallelvalidation.data.Bars;
import io.github.parallelvalidation.strategy.Signals;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

/// Trades signals over a window of bars: decided at a bar's close, filled at the next open, always with the whole
/// equity. Its arrays serve one market after another.
final class Backtest {
    private static final long DAY = TimeUnit.DAYS.toMillis(1);

    private final int start;
    private final long longest;
    private final SignalEvents events;
    private final Account account;
    /// At the close of each bar of the window.
    private final double[] equity;
    private Bars bars;
    private int barsHeld;
    private boolean endsAtClose;

    /// @param market its length and times are those of all that follow
    /// @param start index of the window's first bar
    /// @param holdBars a position is left at the open after so many bars, that of the fill being the first
    /// @param costPerSide share of a position's value that opening or closing it costs
    Backtest(Bars market, int start, OptionalInt holdBars, double costPerSide) {
        this.bars = market;
        this.start = start;
        this.longest = holdBars.isPresent() ? holdBars.getAsInt() : Long.MAX_VALUE;
        this.events = new SignalEvents(market.length());
        this.account = new Account(costPerSide);
        this.equity = new double[market.length() - start];
    }

    static Backtest run(Bars bars, int start, Signals signals, OptionalInt holdBars, double costPerSide) {
        return new Backtest(bars, start, holdBars, costPerSide).run(bars, signals);
    }

    /// Trades these signals; what was traded before is forgotten.
    Backtest run(Bars market, Signals signals) {
        bars = market;
        events.find(signals, start);
        account.begin();
        Arrays.fill(equity, 0);
        barsHeld = 0;
        endsAtClose = false;
        boolean[] longExits = signals.longExits();
        boolean[] shortExits = signals.shortExits();
        double[] open = market.open();
        double[] close = market.close();
        int last = market.length() - 1;
        int wanted = 0;
        for (int t = start; t <= last && !account.isRuined(); t++) {
            if (wanted != account.direction()) {
                account.turn(wanted, t, open[t]);
            }
            int direction = account.direction();
            barsHeld += direction != 0 ? 1 : 0;
            equity[t - start] = account.mark(close[t]);
            if (direction != 0 && (t == last || equity[t - start] == 0)) {
                account.close(t, close[t]);
                endsAtClose = true;
                equity[t - start] = account.mark(close[t]);
            }
            boolean leaves = direction != 0
                    && ((direction > 0 ? longExits[t] : shortExits[t]) || t - account.entryBar() + 1 >= longest);
            wanted = wanted(direction, events.direction(t), leaves);
        }
        return this;
    }

    /// An event against the position, or one without a position, decides before any exit does.
    private static int wanted(int direction, int event, boolean leaves) {
        if (event != 0 && event != direction) {
            return event;
        }
        return leaves ? 0 : direction;
    }

    List<Trade> trades() {
        return account.trades();
    }

    /// Whether the last trade was closed at a close, as all others are at an open.
    boolean endsAtClose() {
        return endsAtClose;
    }

    TradeSums sums() {
        return account.sums();
    }

    /// Those that were traded.
    SignalEvents events() {
        return events;
    }

    /// At the close of each bar of the window.
    double[] equity() {
        return equity.clone();
    }

    /// Value of the account at the close of the last bar of each UTC day, by the opening times of the bars.
    double[] lastOfEachDay() {
        double[] last = new double[equity.length];
        int days = 0;
        long day = 0;
        for (int i = 0; i < equity.length; i++) {
            long today = Math.floorDiv(bars.time()[start + i], DAY);
            if (i > 0 && today != day) {
                days++;
            }
            day = today;
            last[days] = equity[i];
        }
        return Arrays.copyOf(last, days + 1);
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
