package io.github.parallelvalidation.backtest;

import io.github.parallelvalidation.number.Rounding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The equity and open position of a backtest: flat, or all of the equity in one position. Equity begins at 1, never
/// falls below 0, and never grows beyond all numbers.
final class Account {
    private static final int FIRST_CAPACITY = 256;

    /// There is not so much money. What is computed of equities, such as the third power of a day's return, stays a
    /// number.
    private static final double MOST_EQUITY = 1e100;

    private final double kept;
    private int[] directions = new int[FIRST_CAPACITY];
    private int[] entries = new int[FIRST_CAPACITY];
    private int[] exits = new int[FIRST_CAPACITY];
    private double[] returns = new double[FIRST_CAPACITY];
    private int closed;
    private double equity = 1;
    private int direction;
    private int entryBar;
    private double entryPrice;

    /// @param costPerSide share of the position's value that opening or closing it costs
    Account(double costPerSide) {
        this.kept = 1 - costPerSide;
    }

    /// Flat, with an equity of 1 and no trades.
    void begin() {
        closed = 0;
        equity = 1;
        direction = 0;
    }

    int direction() {
        return direction;
    }

    int entryBar() {
        return entryBar;
    }

    boolean isRuined() {
        return equity <= 0;
    }

    TradeSums sums() {
        double gains = 0;
        double losses = 0;
        int wins = 0;
        for (int i = 0; i < closed; i++) {
            // What rounding left of a trade that ended where it began is neither a gain nor a loss.
            double net = Rounding.isZero(returns[i]) ? 0 : returns[i];
            gains += Math.max(0, net);
            losses -= Math.min(0, net);
            wins += net > 0 ? 1 : 0;
        }
        return new TradeSums(closed, wins, gains, losses);
    }

    List<Trade> trades() {
        List<Trade> trades = new ArrayList<>();
        for (int i = 0; i < closed; i++) {
            trades.add(new Trade(directions[i], entries[i], exits[i], returns[i]));
        }
        return trades;
    }

    /// Leaves what is open and takes the wanted direction, 0 for none.
    void turn(int wanted, int bar, double price) {
        if (direction != 0) {
            close(bar, price);
        }
        if (wanted != 0 && !isRuined()) {
            direction = wanted;
            entryBar = bar;
            entryPrice = price;
        }
    }

    void close(int bar, double price) {
        double factor = Math.max(0, kept * kept * grown(price));
        add(bar, factor - 1);
        equity = Math.min(MOST_EQUITY, equity * factor);
        direction = 0;
    }

    private void add(int bar, double netReturn) {
        if (closed == returns.length) {
            int more = 2 * closed;
            directions = Arrays.copyOf(directions, more);
            entries = Arrays.copyOf(entries, more);
            exits = Arrays.copyOf(exits, more);
            returns = Arrays.copyOf(returns, more);
        }
        directions[closed] = direction;
        entries[closed] = entryBar;
        exits[closed] = bar;
        returns[closed] = netReturn;
        closed++;
    }

    /// The equity at a price, the cost of opening paid, that of closing not yet.
    double mark(double price) {
        return direction == 0 ? equity : Math.clamp(equity * kept * grown(price), 0, MOST_EQUITY);
    }

    private double grown(double price) {
        return 1 + direction * (price / entryPrice - 1);
    }
}
