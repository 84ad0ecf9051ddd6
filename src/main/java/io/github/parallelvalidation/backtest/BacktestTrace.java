package io.github.parallelvalidation.backtest;

import io.github.parallelvalidation.data.Bars;
import io.github.parallelvalidation.strategy.Signals;
import io.github.parallelvalidation.trace.ClosedTrade;
import io.github.parallelvalidation.trace.EquityMarks;
import io.github.parallelvalidation.trace.ExitReason;
import io.github.parallelvalidation.trace.Trace;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/// The trades and the equity of a backtest, told afterwards: the backtest itself runs on hundreds of markets of
/// which nobody wants to know them.
final class BacktestTrace {
    private final Bars bars;
    private final int start;
    private final Signals signals;
    private final SignalEvents events;

    private BacktestTrace(Bars bars, int start, Signals signals, SignalEvents events) {
        this.bars = bars;
        this.start = start;
        this.signals = signals;
        this.events = events;
    }

    /// @param start index of the window's first bar
    /// @param backtest has traded these signals on these bars last
    static Trace.Traded of(Backtest backtest, Bars bars, int start, Signals signals) {
        return new BacktestTrace(bars, start, signals, backtest.events()).told(backtest);
    }

    private Trace.Traded told(Backtest backtest) {
        double[] equity = backtest.equity();
        double[] position = new double[equity.length];
        List<Trade> trades = backtest.trades();
        List<ClosedTrade> closed = new ArrayList<>(trades.size());
        for (Trade trade : trades) {
            boolean isAtClose = backtest.endsAtClose() && closed.size() == trades.size() - 1;
            int held = trade.exitBar() - trade.entryBar() + (isAtClose ? 1 : 0);
            int entry = trade.entryBar() - start;
            Arrays.fill(position, entry, entry + held, trade.direction());
            closed.add(new ClosedTrade(
                    time(trade.entryBar()),
                    time(trade.exitBar()),
                    trade.direction(),
                    bars.open()[trade.entryBar()],
                    (isAtClose ? bars.close() : bars.open())[trade.exitBar()],
                    trade.netReturn(),
                    OptionalInt.of(held),
                    reason(trade, isAtClose).code()));
        }
        return new Trace.Traded(closed, new EquityMarks(times(), equity, position, holding()));
    }

    private ExitReason reason(Trade trade, boolean isAtClose) {
        if (isAtClose) {
            return trade.exitBar() == bars.length() - 1 ? ExitReason.END_OF_WINDOW : ExitReason.NO_EQUITY_LEFT;
        }
        int decided = trade.exitBar() - 1;
        if (events.direction(decided) == -trade.direction()) {
            return ExitReason.OPPOSITE_SIGNAL;
        }
        boolean[] exits = trade.direction() > 0 ? signals.longExits() : signals.shortExits();
        return exits[decided] ? ExitReason.EXIT_RULE : ExitReason.HOLD_BARS;
    }

    private Instant time(int bar) {
        return Instant.ofEpochMilli(bars.time()[bar]);
    }

    private long[] times() {
        return Arrays.copyOfRange(bars.time(), start, bars.length());
    }

    /// Without costs, as the benchmark return.
    private double[] holding() {
        double first = bars.open()[start];
        return Arrays.stream(bars.close(), start, bars.length())
                .map(close -> close / first)
                .toArray();
    }
}
