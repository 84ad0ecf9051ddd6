package io.github.parallelvalidation.calibrate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.parallelvalidation.backtest.MarketLimits;
import io.github.parallelvalidation.backtest.MarketWorlds;
import io.github.parallelvalidation.backtest.ProgressListener;
import io.github.parallelvalidation.backtest.Strategies;
import io.github.parallelvalidation.backtest.VariedBacktest;
import io.github.parallelvalidation.data.Bars;
import io.github.parallelvalidation.gate.L1Gates;
import io.github.parallelvalidation.gate.Metrics;
import io.github.parallelvalidation.gate.PlaceboLimit;
import io.github.parallelvalidation.luck.PlaceboWorlds;
import io.github.parallelvalidation.strategy.Strategy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarketLimitsTest {
    private static final int START = Screened.WARMUP;
    private static final int HALF_YEAR = 4_416;
    private static final String BOTH_SIDES =
            "signal: {score: '-zscore(close, 24)', long: 'score > 1', short: 'score < -1', horizon: 6}";
    private static final String BUYS = "signal: {score: '-zscore(close, 24)', long: 'score > 1', horizon: 6}";
    private static final String SELLS = "signal: {score: '-zscore(close, 24)', short: 'score < -1', horizon: 6}";

    @ParameterizedTest
    @EnumSource(names = {"GARCH", "STOCHASTIC", "BITCOIN", "SKEWED"})
    void marketsOnWhichLuckIsTrueAreNotWarnedOf(Market market) {
        for (int place = 0; place < 20; place++) {
            assertThat(limits(market, place).hasLeverage()).isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"LEVERAGED", "BOTH"})
    void marketsWhoseFallsRaiseVolatilityAre(Market market) {
        for (int place = 0; place < 20; place++) {
            MarketLimits limits = limits(market, place);
            assertThat(limits.leverage()).isNegative();
            assertThat(limits.hasLeverage()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 1, 1.5, 2, 2.5, 3, 3.5})
    void bitcoinAsItWasIsNot(double halfYears) {
        Bars bars = TurnedBitcoin.asItWas();
        MarketLimits limits = MarketLimits.of(bars, bars.length() - (int) (halfYears * HALF_YEAR));
        assertThat(limits.hasLeverage()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 21, 40})
    void fewBarsSayNothing(int count) {
        Bars bars = Market.BOTH.bars(Draws.at(1, "few", 0), count);
        assertThat(MarketLimits.of(bars, 0).hasLeverage()).isFalse();
    }

    @Test
    void whatL0SaysOfSuchAMarketHasTheLimitBesideIt() {
        Strategy strategy = Strategies.of(BOTH_SIDES);
        assertThat(PlaceboLimit.of(screened(Market.BOTH, strategy))).containsExactly(PlaceboLimit.SKEW_AND_LEVERAGE);
        assertThat(PlaceboLimit.of(screened(Market.GARCH, strategy))).isEmpty();
        // Its information coefficient does not depend on what it trades.
        assertThat(PlaceboLimit.of(screened(Market.GARCH, Strategies.of(BUYS)))).isEmpty();
    }

    @Test
    void whatL1SaysOfRulesThatTradeOneSideHasTheLimitBesideIt() {
        assertThat(PlaceboLimit.of(traded(Market.GARCH, Strategies.of(BOTH_SIDES))))
                .isEmpty();
        assertThat(PlaceboLimit.of(traded(Market.GARCH, Strategies.of(BUYS)))).containsExactly(PlaceboLimit.ONE_SIDED);
        assertThat(PlaceboLimit.of(traded(Market.BOTH, Strategies.of(SELLS))))
                .containsExactly(PlaceboLimit.SKEW_AND_LEVERAGE, PlaceboLimit.ONE_SIDED);
    }

    private static MarketLimits limits(Market market, int place) {
        return MarketLimits.of(bars(market, place), START);
    }

    private static Bars bars(Market market, int place) {
        return market.bars(Draws.at(1, "limits" + market.name(), place), START + HALF_YEAR);
    }

    private static Metrics screened(Market market, Strategy strategy) {
        Bars bars = bars(market, 0);
        return Screened.screen(
                        new MarketWorlds(bars, START), strategy, strategy.entries(bars), PlaceboWorlds.exactly(1))
                .metrics();
    }

    private static Metrics traded(Market market, Strategy strategy) {
        Bars bars = bars(market, 0);
        return new VariedBacktest(
                        new MarketWorlds(bars, START),
                        20,
                        L1Gates.DEFAULT,
                        PlaceboWorlds.exactly(1),
                        ProgressListener.SILENT)
                .measure(strategy, strategy.signals(bars), (_, _, _) -> {})
                .metrics();
    }
}
