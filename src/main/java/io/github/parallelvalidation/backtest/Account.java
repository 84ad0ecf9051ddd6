package io.github.parallelvalidation.backtest;

import java.util.ArrayList;
import java.util.List;

/// The equity and open position of a backtest: flat, or all of the equity in one position. Equity begins at 1 and never
/// falls below 0.
final class Account {
    private final double kept;
    private final List<Trade> trades = new ArrayList<>();
    private double equity = 1;
    private int direction;
    private int entryBar;
    private double entryPrice;

    /// @param costPerSide share of the position's value that opening or closing it costs
    Account(double costPerSide) {
        this.kept = 1 - costPerSide;
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

    List<Trade> trades() {
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
        trades.add(new Trade(direction, entryBar, bar, factor - 1));
        equity *= factor;
        direction = 0;
    }

    /// The equity at a price, the cost of opening paid, that of closing not yet.
    double mark(double price) {
        return direction == 0 ? equity : Math.max(0, equity * kept * grown(price));
    }

    private double grown(double price) {
        return 1 + direction * (price / entryPrice - 1);
    }
}
