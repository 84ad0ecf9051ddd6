package io.github.parallelvalidation.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.parallelvalidation.data.Bars;
import io.github.parallelvalidation.data.Timeframe;
import io.github.parallelvalidation.strategy.Signals;
import io.github.parallelvalidation.trace.ClosedTrade;
import io.github.parallelvalidation.trace.EquityMarks;
import io.github.parallelvalidation.trace.SignalEvent;
import io.github.parallelvalidation.trace.Trace;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What is told of a backtest and of a screen, worked out by hand. Letters as in [BacktestTest].
class BacktestTraceTest {
    private static final OptionalInt FOR_EVER = OptionalInt.empty();

    private static Bars bars(double[] opens, double[] closes) {
        long[] time = new long[opens.length];
        for (int i = 0; i < time.length; i++) {
            time[i] = i * Timeframe.D1.millis();
        }
        return new Bars("X", Timeframe.D1, "test", time, opens, closes, closes, closes, new double[opens.length]);
    }

    private static Signals says(String letters, double... score) {
        int n = letters.length();
        boolean[] longs = new boolean[n];
        boolean[] shorts = new boolean[n];
        boolean[] exits = new boolean[n];
        for (int i = 0; i < n; i++) {
            longs[i] = letters.charAt(i) == 'L';
            shorts[i] = letters.charAt(i) == 'S';
            exits[i] = letters.charAt(i) == 'x';
        }
        return new Signals(score.length == 0 ? new double[n] : score, longs, shorts, exits, exits);
    }

    private static Trace.Traded told(String letters, OptionalInt hold, int start, double[] opens, double[] closes) {
        Bars bars = bars(opens, closes);
        Signals signals = says(letters);
        return BacktestTrace.of(Backtest.run(bars, start, signals, hold, 0), bars, start, signals);
    }

    private static Instant day(int day) {
        return Instant.ofEpochMilli(day * Timeframe.D1.millis());
    }

    private static double[] positions(EquityMarks marks) {
        return IntStream.range(0, marks.count()).mapToDouble(marks::position).toArray();
    }

    @Test
    void eachTradeIsToldWithItsPricesItsBarsAndWhyItEnded() {
        double[] opens = {1, 10, 11, 20, 10, 10, 12, 13, 14, 14};
        double[] closes = {1, 10, 12, 19, 10, 10, 13, 14, 14, 15};
        Trace.Traded told = told("L.Sx.L..L.", OptionalInt.of(2), 0, opens, closes);

        assertThat(told.trades())
                .extracting(
                        ClosedTrade::entry,
                        ClosedTrade::exit,
                        ClosedTrade::direction,
                        ClosedTrade::entryPrice,
                        ClosedTrade::exitPrice,
                        trade -> trade.barsHeld().getAsInt(),
                        ClosedTrade::exitReason)
                .containsExactly(
                        tuple(day(1), day(3), 1, 10.0, 20.0, 2, "opposite_signal"),
                        tuple(day(3), day(4), -1, 20.0, 10.0, 1, "exit_rule"),
                        tuple(day(6), day(8), 1, 12.0, 14.0, 2, "hold_bars"),
                        tuple(day(9), day(9), 1, 14.0, 15.0, 1, "end_of_window"));
        assertThat(told.trades().get(1).netReturn()).isEqualTo(0.5);
        assertThat(positions(told.equity())).containsExactly(0, 1, 1, -1, 0, 0, 1, 1, 0, 1);
        assertThat(told.equity().equity(2)).isEqualTo(1.2);
        assertThat(told.equity().holding(9)).isEqualTo(15);
    }

    @Test
    void aTradeThatIsReversedIntoTheLastBarEndsAtItsOpenAndTheNextAtItsClose() {
        Trace.Traded told = told("L.S.", FOR_EVER, 0, new double[] {1, 10, 10, 20}, new double[] {1, 10, 10, 10});

        assertThat(told.trades())
                .extracting(ClosedTrade::exit, ClosedTrade::exitPrice, ClosedTrade::exitReason)
                .containsExactly(tuple(day(3), 20.0, "opposite_signal"), tuple(day(3), 10.0, "end_of_window"));
        assertThat(positions(told.equity())).containsExactly(0, 1, 1, -1);
    }

    @Test
    void whereNoEquityIsLeftTheLastTradeSaysSo() {
        Trace.Traded told =
                told("S..L..", FOR_EVER, 0, new double[] {1, 10, 15, 15, 15, 15}, new double[] {1, 10, 21, 15, 15, 15});

        assertThat(told.trades())
                .extracting(ClosedTrade::exit, ClosedTrade::exitPrice, ClosedTrade::exitReason)
                .containsExactly(tuple(day(2), 21.0, "no_equity_left"));
        assertThat(positions(told.equity())).containsExactly(0, -1, -1, 0, 0, 0);
        assertThat(told.equity().maxDrawdown()).isEqualTo(1);
    }

    @Test
    void onlyTheWindowIsTold() {
        Trace.Traded told =
                told("L..L..", FOR_EVER, 2, new double[] {1, 2, 4, 5, 5, 5}, new double[] {1, 2, 4, 5, 5, 8});

        assertThat(told.trades()).extracting(ClosedTrade::entry).containsExactly(day(4));
        assertThat(told.equity().count()).isEqualTo(4);
        assertThat(told.equity().time(0)).isEqualTo(day(2));
        assertThat(told.equity().holding(3)).isEqualTo(2);
    }

    @Test
    void eachEventIsToldWithWhatFollowedAsFarAsThatIsKnown() {
        double[] opens = {1, 2, 4, 4, 8, 6};
        Bars bars = bars(opens, opens);
        Signals signals = says("LSLSL.", Double.NaN, 2, 3, Double.POSITIVE_INFINITY, 5, 6);
        SignalEvents events = SignalEvents.of(signals, 0);

        assertThat(ScreenTrace.of(bars, 0, events, signals.score(), 1).events())
                .extracting(SignalEvent::direction, SignalEvent::score, SignalEvent::forwardReturn, SignalEvent::hit)
                .containsExactly(
                        tuple(1, OptionalDouble.empty(), OptionalDouble.of(1), Optional.empty()),
                        tuple(-1, OptionalDouble.of(2), OptionalDouble.of(0), Optional.empty()),
                        tuple(1, OptionalDouble.of(3), OptionalDouble.of(1), Optional.of(true)),
                        tuple(-1, OptionalDouble.empty(), OptionalDouble.of(-0.25), Optional.empty()),
                        tuple(1, OptionalDouble.of(5), OptionalDouble.empty(), Optional.empty()));
        assertThat(ScreenTrace.of(bars, 4, SignalEvents.of(signals, 4), signals.score(), Integer.MAX_VALUE)
                        .events())
                .extracting(SignalEvent::time, SignalEvent::close)
                .containsExactly(tuple(day(4), OptionalDouble.of(8)));
    }
}
