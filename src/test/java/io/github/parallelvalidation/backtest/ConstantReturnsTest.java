package io.github.parallelvalidation.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.parallelvalidation.data.Bars;
import io.github.parallelvalidation.data.Timeframe;
import io.github.parallelvalidation.gate.GateResult;
import io.github.parallelvalidation.gate.L1Gates;
import io.github.parallelvalidation.gate.Metrics;
import io.github.parallelvalidation.gate.SanityFlag;
import io.github.parallelvalidation.strategy.Signals;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is constant but for rounding is constant: it has no Sharpe ratio.
class ConstantReturnsTest {
    private static final int DAYS = 40;
    private static final List<String> OF_RETURNS = List.of("sharpe", "skewness", "kurtosis", "autocorrelation");

    /// Hourly bars; each opens at the price of its hour and closes at that of the next.
    private static Bars hourly(IntToDoubleFunction price) {
        int n = DAYS * 24;
        double[] open = IntStream.range(0, n).mapToDouble(price).toArray();
        double[] close = IntStream.rangeClosed(1, n).mapToDouble(price).toArray();
        long[] time =
                IntStream.range(0, n).mapToLong(i -> i * Timeframe.H1.millis()).toArray();
        return new Bars("X", Timeframe.H1, "test", time, open, close, close, close, new double[n]);
    }

    private static Signals longAt(Bars bars, int hour) {
        boolean[] longs = new boolean[bars.length()];
        for (int i = 0; i < longs.length; i++) {
            longs[i] = i % 24 == hour;
        }
        boolean[] never = new boolean[longs.length];
        return new Signals(new double[longs.length], longs, never, never, never);
    }

    private static Metrics daily(IntToDoubleFunction price, int hour, int hold, double costBps) {
        Bars bars = hourly(price);
        return L1Backtest.measure(bars, 0, longAt(bars, hour), OptionalInt.of(hold), costBps, L1Gates.DEFAULT);
    }

    private static void hasNoRatio(Metrics metrics) {
        assertThat(metrics.number("days")).hasValue(DAYS);
        assertThat(OF_RETURNS).allSatisfy(name -> {
            assertThat(metrics.values()).containsEntry(name, null);
            assertThat(metrics.whyMissing(name)).isEqualTo("the daily returns never change, up to rounding");
        });
        GateResult gate = L1Gates.DEFAULT.check(metrics).getFirst();
        assertThat(gate.passed()).isFalse();
        assertThat(gate.sentence())
                .isEqualTo("sharpe not known (the daily returns never change, up to rounding), needs more than 0.5");
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 0.1, 7.7, 30_000.03})
    void aPriceThatStandsStillCostsTheSameEveryDay(double price) {
        Metrics metrics = daily(_ -> price, 3, 2, 20);

        hasNoRatio(metrics);
        assertThat(metrics.number("win_rate")).hasValue(0);
        assertThat(metrics.number("profit_factor")).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(doubles = {107.7, 100.1, 131.3})
    void theSameGainEveryDayHasNoRatioEither(double high) {
        Metrics metrics = daily(i -> i % 24 >= 5 && i % 24 < 12 ? high : 100, 1, 4, 20);

        hasNoRatio(metrics);
    }

    @Test
    void daysWithoutATradeAreConstant() {
        hasNoRatio(daily(i -> 100 + i % 7, 25, 4, 20));
    }

    @Test
    void aSingleTradeMovesTheReturns() {
        Bars bars = hourly(i -> 100 + 0.01 * i);
        boolean[] once = new boolean[bars.length()];
        once[100] = true;
        boolean[] never = new boolean[bars.length()];
        Metrics metrics = L1Backtest.measure(
                bars,
                0,
                new Signals(new double[bars.length()], once, never, never, never),
                OptionalInt.of(4),
                0,
                L1Gates.DEFAULT);

        assertThat(metrics.number("trades")).hasValue(1);
        assertThat(metrics.number("sharpe").orElseThrow()).isPositive();
        assertThat(metrics.number("kurtosis").orElseThrow()).isCloseTo(DAYS - 2 + 1.0 / (DAYS - 1), within(1e-6));
    }

    /// The spread is a thousand times that of rounding: these returns do move.
    @Test
    void aSmallMovementIsAMovement() {
        Metrics metrics = daily(i -> i % 24 >= 5 && i % 24 < 12 ? 100.1 + 1e-7 * (i / 24 % 3) : 100, 1, 4, 0);

        assertThat(OF_RETURNS)
                .allSatisfy(name -> assertThat(metrics.number(name))
                        .as(name)
                        .isPresent()
                        .matches(value -> Double.isFinite(value.getAsDouble())));
        // Gains of 1, 2, 3, 1, 2, 3 … above the same: scipy.stats.kurtosis of 40 of them, fisher=False.
        assertThat(metrics.number("kurtosis").orElseThrow()).isCloseTo(1.5, within(0.05));
    }

    @Test
    void whatRoundingLeavesOfATradeIsNeitherGainNorLoss() {
        // 0.1 + 0.2 is 0.30000000000000004.
        Metrics metrics = daily(i -> i % 24 >= 5 && i % 24 < 12 ? 0.1 + 0.2 : 0.3, 1, 4, 0);

        assertThat(metrics.number("trades")).hasValue(DAYS);
        assertThat(metrics.number("win_rate")).hasValue(0);
        assertThat(metrics.number("profit_factor")).isEmpty();
        assertThat(L1Gates.DEFAULT.check(metrics))
                .noneMatch(gate -> gate.name().equals("profit_factor") && gate.passed());
        assertThat(SanityFlag.of(metrics))
                .as("a benchmark that never moves makes no multiple of rounding")
                .isEmpty();
        hasNoRatio(metrics);
    }

    @Test
    void theDaysOfTheReturnsAreThoseThatHaveBars() {
        long[] time = {0, 1, 24, 96, 97, 120};
        Bars bars = new Bars(
                "X",
                Timeframe.H1,
                "test",
                Arrays.stream(time).map(hour -> hour * Timeframe.H1.millis()).toArray(),
                new double[6],
                new double[6],
                new double[6],
                new double[6],
                new double[6]);

        assertThat(DailyReturns.of(new double[] {1.1, 1.2, 1.3, 1.4}).days(bars, 0))
                .containsExactly(0, 1, 4, 5);
        assertThat(DailyReturns.of(new double[] {1.1, 0, 0}).days(bars, 2)).containsExactly(1, 4);
    }

    /// numpy.correlate(d, d, "full") at lag one over lag zero.
    @Test
    void theAutocorrelationIsThatOfBoxAndJenkins() {
        DailyReturns returns = DailyReturns.of(new double[] {1.1, 1.21, 1.331, 1.1979, 1.07811});

        assertThat(returns.values()).containsExactly(new double[] {0.1, 0.1, 0.1, -0.1, -0.1}, within(1e-12));
        assertThat(returns.autocorrelation()).isCloseTo(0.36666666666666664, within(1e-12));
    }
}
