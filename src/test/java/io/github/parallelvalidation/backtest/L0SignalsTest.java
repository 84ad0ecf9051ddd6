package io.github.parallelvalidation.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.parallelvalidation.data.Bars;
import io.github.parallelvalidation.data.Timeframe;
import io.github.parallelvalidation.strategy.Strategy;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a strategy scores on a rebuilt market is the same with its signals and without.
class L0SignalsTest {
    private static final int LENGTH = 700;
    private static final int START = 40;
    private static final int WORLDS = 30;
    private static final int SCORE = 2;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "score: '-zscore(close, 20)', long: 'score > 1', short: 'score < -1'",
                "score: 'rsi(close, 14) * zscore(volume, 10)', long: 'score > 60'",
                "score: 'log(close - sma(close, 100))', long: 'close > open'",
                "score: 'close / close', long: 'close > open'",
                "long: 'crossed_above(close, sma(close, 10))', short: 'crossed_below(close, sma(close, 10))'",
                "long: 'hour() == 3'"
            })
    void theScoreAloneIsThatOfTheRow(String rules) {
        Strategy strategy = Strategies.of("signal: {%s, horizon: 6}".formatted(rules));
        L0Signals whole = signals(strategy);
        L0Signals alone = signals(strategy);
        L0Signals mixed = signals(strategy);
        for (int world = 1; world <= WORLDS; world++) {
            double[] row = new double[SCORE + 1];
            whole.measure(world, row);
            assertThat(new double[] {alone.score(world)}).containsExactly(row[SCORE]);

            double[] again = new double[SCORE + 1];
            mixed.score(WORLDS + 1 - world);
            mixed.measure(world, again);
            assertThat(again).isEqualTo(row);
        }
    }

    private static L0Signals signals(Strategy strategy) {
        Bars bars = bars();
        MarketWorlds market = new MarketWorlds(bars, START);
        L0Measure measure = new L0Measure(market, strategy.horizon());
        var signals = strategy.entries(bars);
        measure.look(0, bars, signals);
        return new L0Signals(strategy, market, measure, signals);
    }

    private static Bars bars() {
        Random random = new Random(5);
        long[] time = new long[LENGTH];
        double[][] price = new double[4][LENGTH];
        double[] volume = new double[LENGTH];
        double last = 100;
        for (int t = 0; t < LENGTH; t++) {
            double close = last * Math.exp(0.01 * random.nextGaussian());
            time[t] = 1_700_000_000_000L + t * 3_600_000L;
            price[0][t] = last;
            price[1][t] = Math.max(last, close) * 1.001;
            price[2][t] = Math.min(last, close) * 0.999;
            price[3][t] = close;
            volume[t] = 1 + random.nextInt(100);
            last = close;
        }
        return new Bars("BTCUSD", Timeframe.H1, "made up", time, price[0], price[1], price[2], price[3], volume);
    }
}
