package io.github.parallelvalidation.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.parallelvalidation.data.Bars;
import io.github.parallelvalidation.data.Timeframe;
import io.github.parallelvalidation.gate.L1Gates;
import io.github.parallelvalidation.gate.Metrics;
import io.github.parallelvalidation.gate.SanityFlag;
import io.github.parallelvalidation.strategy.Signals;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/// Trades worked out by hand. A row of letters says what the strategy says at each close: `L` and `S` that long or
/// short begins to hold, `x` that the exits do.
class BacktestTest {
    private static final OptionalInt FOR_EVER = OptionalInt.empty();

    /// Every bar opens at its price and closes there too.
    private static Bars bars(double... prices) {
        return bars(prices, prices);
    }

    private static Bars bars(double[] opens, double[] closes) {
        long[] time = new long[opens.length];
        for (int i = 0; i < time.length; i++) {
            time[i] = i * Timeframe.D1.millis();
        }
        return new Bars("X", Timeframe.D1, "test", time, opens, closes, closes, closes, new double[opens.length]);
    }

    private static Signals says(String letters) {
        int n = letters.length();
        boolean[] longs = new boolean[n];
        boolean[] shorts = new boolean[n];
        boolean[] exits = new boolean[n];
        for (int i = 0; i < n; i++) {
            longs[i] = letters.charAt(i) == 'L';
            shorts[i] = letters.charAt(i) == 'S';
            exits[i] = letters.charAt(i) == 'x';
        }
        return new Signals(new double[n], longs, shorts, exits, exits);
    }

    private static Backtest free(String letters, OptionalInt hold, Bars bars) {
        return Backtest.run(bars, 0, says(letters), hold, 0);
    }

    @Test
    void aSignalIsFilledAtTheNextOpenAndAnExitToo() {
        Backtest result = free("L.x..", FOR_EVER, bars(new double[] {1, 10, 11, 15, 99}, new double[] {2, 3, 4, 5, 6}));

        assertThat(result.trades()).containsExactly(new Trade(1, 1, 3, 0.5));
        assertThat(result.exposure()).isEqualTo(0.4);
    }

    @Test
    void aPositionIsLeftAtTheOpenAfterItsLastBarToBeHeld() {
        assertThat(free("L.....", OptionalInt.of(2), bars(1, 10, 11, 20, 21, 22))
                        .trades())
                .containsExactly(new Trade(1, 1, 3, 1.0));
    }

    @Test
    void anOppositeSignalClosesAndOpensAtTheSameOpen() {
        Backtest result = free("L.S.x.", FOR_EVER, bars(1, 10, 10, 20, 15, 15));

        assertThat(result.trades()).containsExactly(new Trade(1, 1, 3, 1.0), new Trade(-1, 3, 5, 0.25));
        assertThat(result.totalReturn()).isCloseTo(1.5, within(1e-12));
    }

    @Test
    void aSecondSignalInTheSameDirectionIsIgnored() {
        assertThat(free("L.L.x.", FOR_EVER, bars(1, 10, 10, 10, 10, 12)).trades())
                .hasSize(1)
                .first()
                .matches(trade -> trade.entryBar() == 1 && trade.exitBar() == 5);
    }

    @Test
    void aDecisionAtTheLastBarIsDropped() {
        assertThat(free("....L", FOR_EVER, bars(1, 1, 1, 1, 1)).trades()).isEmpty();
    }

    @Test
    void whatIsOpenAtTheEndIsClosedAtTheLastClose() {
        Backtest result = free("L..", FOR_EVER, bars(new double[] {1, 10, 11}, new double[] {1, 10, 13}));

        assertThat(result.trades()).hasSize(1);
        assertThat(result.totalReturn()).isCloseTo(0.3, within(1e-12));
        assertThat(result.exposure()).isCloseTo(2 / 3.0, within(1e-12));
    }

    @Test
    void eachSideOfATradeCostsItsShareOfTheMoney() {
        Backtest result = Backtest.run(bars(1, 10, 10, 12), 0, says("L.x."), FOR_EVER, 0.001);

        assertThat(result.totalReturn()).isCloseTo(0.999 * 0.999 * 1.2 - 1, within(1e-15));
    }

    @Test
    void aShortAgainstADoubledPriceLosesEverythingAndTradingEnds() {
        Backtest result = free("S..L..", FOR_EVER, bars(1, 10, 21, 5, 5, 50));

        assertThat(result.trades()).containsExactly(new Trade(-1, 1, 2, -1));
        assertThat(result.totalReturn()).isEqualTo(-1);
        assertThat(result.maxDrawdown()).isEqualTo(1);
    }

    @Test
    void signalsBeforeTheWindowOpenNothing() {
        assertThat(Backtest.run(bars(1, 2, 3, 4), 2, says("L..."), FOR_EVER, 0).trades())
                .isEmpty();
    }

    @Test
    void aLongAndAShortOnOneBarCancel() {
        boolean[] both = {true, false, false};
        Signals signals = new Signals(new double[3], both, both, new boolean[3], new boolean[3]);

        assertThat(Backtest.run(bars(1, 2, 3), 0, signals, FOR_EVER, 0).trades())
                .isEmpty();
    }

    @Test
    void drawdownIsMeasuredFromThePeak() {
        // Equity 1, 1, 2, 0.5, 1.5 at the closes: from 2 to 0.5.
        assertThat(free("L....", FOR_EVER, bars(1, 10, 20, 5, 15)).maxDrawdown())
                .isCloseTo(0.75, within(1e-12));
    }

    @Test
    void withoutTradesRatiosAreMissingAndSayWhy() {
        Metrics metrics = L1Backtest.measure(bars(1, 2, 3), 0, says("..."), FOR_EVER, 20, L1Gates.DEFAULT);

        assertThat(metrics.number("trades")).hasValue(0);
        assertThat(metrics.whyMissing("win_rate")).isEqualTo("no trades");
        assertThat(metrics.whyMissing("profit_factor")).isEqualTo("no trades");
        assertThat(metrics.whyMissing("sharpe")).isEqualTo("the daily returns never change, up to rounding");
        assertThat(metrics.number("benchmark_return")).hasValue(2);
    }

    @Test
    void gainsWithoutLossesHaveNoProfitFactor() {
        Metrics metrics = L1Backtest.measure(bars(1, 10, 10, 12), 0, says("L.x."), FOR_EVER, 20, L1Gates.DEFAULT);

        assertThat(metrics.number("profit_factor")).isEmpty();
        assertThat(metrics.whyMissing("profit_factor")).isEqualTo("no losing trade");
    }

    @Test
    void whatLooksTooGoodIsFlagged() {
        // A steady rise while the market ends where it began, all in one trade.
        Bars bars = bars(10, 10, 11, 12, 13, 14, 10, 10);
        Metrics metrics = L1Backtest.measure(bars, 0, says("L...x..."), FOR_EVER, 0, L1Gates.DEFAULT);

        assertThat(SanityFlag.of(metrics))
                .containsExactly(
                        SanityFlag.SHARPE_ABOVE_3,
                        SanityFlag.FEW_TRADES_BEAT_BENCHMARK,
                        SanityFlag.ONE_DAY_MADE_THE_GAIN);
    }

    @Test
    void anOrdinaryBacktestHasNoFlag() {
        Bars bars = bars(10, 10, 9, 10, 9, 8, 9, 8, 9);
        Metrics metrics = L1Backtest.measure(bars, 0, says("L........"), FOR_EVER, 20, L1Gates.DEFAULT);

        assertThat(SanityFlag.of(metrics)).isEmpty();
    }

    @Test
    void whatGrowsBeyondAllNumbersLeavesNumbersOrReasons() {
        double[] prices = new double[3_000];
        boolean[] low = new boolean[prices.length];
        boolean[] high = new boolean[prices.length];
        for (int i = 0; i < prices.length; i++) {
            prices[i] = 1 + i % 2;
            // Known at one bar, bought and sold at the next.
            high[i] = i % 2 == 0;
            low[i] = i % 2 == 1;
        }
        Signals foresight = new Signals(new double[prices.length], low, high, high, low);

        L1Backtest backtest = L1Backtest.run(bars(prices), 0, foresight, FOR_EVER, 0, L1Gates.DEFAULT);
        Metrics metrics = backtest.metrics();

        assertThat(metrics.numbers().values()).isNotEmpty().allMatch(Double::isFinite);
        assertThat(metrics.number("total_return")).hasValue(1e100 - 1);
        backtest.tell(
                (factor, days, returns) ->
                        assertThat(returns).doesNotContain(Double.NaN).doesNotContain(Double.POSITIVE_INFINITY),
                1);
    }
}
