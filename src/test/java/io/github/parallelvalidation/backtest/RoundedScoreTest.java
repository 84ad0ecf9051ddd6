package io.github.parallelvalidation.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.parallelvalidation.data.Bars;
import io.github.parallelvalidation.data.Timeframe;
import io.github.parallelvalidation.gate.L0Gates;
import io.github.parallelvalidation.gate.MetricNames;
import io.github.parallelvalidation.gate.Metrics;
import io.github.parallelvalidation.luck.PlaceboWorlds;
import io.github.parallelvalidation.luck.Worlds;
import io.github.parallelvalidation.strategy.Signals;
import io.github.parallelvalidation.strategy.Strategy;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is constant but for rounding is constant, on the market as it is and on the rebuilt ones; what varies,
/// however little, is not.
class RoundedScoreTest {
    private static final int LENGTH = 900;
    private static final int START = 100;
    private static final PlaceboWorlds WORLDS = PlaceboWorlds.exactly(19);
    private static final String CONSTANT = "the score is constant";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.1 + 0.2",
                "log(close) - log(2 * close)",
                "log(close * 2) - log(close) - 0.6931471805599453",
                "close / close",
                "(close * 3) / close",
                "(close / 3) * 3 / close",
                "zscore(log(close) - log(2 * close), 48)",
                "sma(close, 5) - sma(close, 5) * 1.0",
                "sma(close, 5) / sma(close * 3, 5)",
                "rolling_mean(close, 20) * 20 - rolling_sum(close, 20)",
                "sqrt(close) ^ 2 - close",
                "exp(log(close)) / close",
                "sign(log(close * 2) - log(close) - 0.6931471805599453)",
                "sign(sqrt(close) ^ 2 - close)",
                "abs(sqrt(close) ^ 2 - close) * 1e12",
                "rolling_mean(sign(sqrt(close) ^ 2 - close), 5)",
                "ema(close * 0 + 0.1, 12) - ema(close * 0 + 0.1, 26)",
                "macd(close * 0 + 0.1)",
                "macd_hist(close / (close * 3))",
                "rsi(close * 0 + 0.1, 14)",
                "(close - open) * 0 + 1 / 3",
                "close * 1e300 / close"
            })
    void aScoreThatOnlyRoundingVariesIsConstantInAllWorlds(String score) {
        Measured measured = measure(wandering(30_000, 0.01, 8), "score: '%s', long: 'hour() == 3'".formatted(score));

        assertConstant(measured);
    }

    /// Without a score it is +1 where long holds: here that is rounding's toss of a coin.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "log(close * 2) - log(close) > 0.6931471805599453",
                "sqrt(close) ^ 2 > close",
                "sqrt(close) ^ 2 >= close",
                "(close / 3) * 3 == close && exp(log(close)) == close",
                "exp(log(close)) != close"
            })
    void entriesThatOnlyRoundingDecidesAreAConstantScore(String rule) {
        Measured measured = measure(wandering(30_000, 0.01, 8), "long: '%s'".formatted(rule));

        assertConstant(measured);
    }

    private static Collection<?> series(Measured measured, String metric) {
        return ((Map<?, ?>) Objects.requireNonNull(measured.metrics().values().get(metric), metric)).values();
    }

    private static void assertConstant(Measured measured) {
        assertThat(measured.metrics().number(MetricNames.IC)).isEmpty();
        assertThat(measured.metrics().whyMissing(MetricNames.IC)).isEqualTo(CONSTANT);
        assertThat(measured.metrics().number(MetricNames.IC_P_VALUE)).isEmpty();
        assertThat(series(measured, MetricNames.IC_BY_MONTH)).isNotEmpty().allMatch(month -> month == null);
        assertThat(series(measured, MetricNames.RETURN_BY_SCORE_DECILE))
                .as("all in one tenth")
                .hasSize(10)
                .filteredOn(Objects::nonNull)
                .hasSize(1);
        Worlds worlds = measured.worlds().orElseThrow();
        assertThat(IntStream.rangeClosed(1, worlds.count()).mapToDouble(world -> worlds.value(MetricNames.IC, world)))
                .containsOnly(Double.NaN);
        assertThat(worlds.scores()).containsOnly(Double.NEGATIVE_INFINITY);
        assertThat(worlds.luck(new L0Gates(-1, 0.5, -1, -2))).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1e-9 * zscore(close, 20)",
                "1 + 1e-9 * zscore(close, 20)",
                "close * 1e-300",
                "close * 1e-10 / 1e300",
                "hour()",
                "sign(hour() - 12)",
                "dayofweek() + hour() / 24",
                "rolling_rank(close, 10)",
                "rolling_rank(close, 10) / 10",
                "sign(diff(close, 1))",
                "max(sign(diff(close, 1)), 0)",
                "sign(diff(rolling_max(close, 20), 1))",
                "volume",
                "log(close) - log(2 * open)",
                "cdldoji()",
                "(close / 30000) ^ 40"
            })
    void aScoreThatVariesHoweverLittleHasAnIc(String score) {
        assertVaries(measure(wandering(30_000, 0.01, 8), "score: '%s', long: 'close > 0'".formatted(score)));
    }

    /// The rule is exact: it chooses among prices, or counts hours.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "hour() == 20",
                "dayofweek() == 2",
                "close >= rolling_max(close, 20)",
                "close == rolling_max(high, 20)",
                "close == high",
                "rolling_rank(close, 10) == 10",
                "close == shift(close, 1)",
                "diff(close, 1) == 0",
                "sign(diff(close, 1)) == 1",
                "cdlclosingmarubozu() == 100",
                "close > open"
            })
    void entriesThatAnExactRuleDecidesVary(String rule) {
        assertVaries(measure(wandering(0.1, 0.01, 4), "long: '%s'".formatted(rule)));
    }

    @Test
    void oneHugeOutlierDoesNotMakeTheOthersEqual() {
        Bars bars = wandering(100, 0.01, 8);
        bars.close()[500] *= 1e9;
        bars.high()[500] = bars.close()[500];

        assertVaries(measure(bars, "score: 'close', long: 'close > open'"));
    }

    @Test
    void aPeggedCoinVaries() {
        Bars bars = wandering(1, 0.0004, 4);

        assertVaries(measure(bars, "score: 'close', long: 'close < 1'"));
        assertVaries(measure(bars, "score: 'close - sma(close, 20)', long: 'close < 1'"));
    }

    private static void assertVaries(Measured measured) {
        assertThat(measured.metrics().number(MetricNames.IC)).isPresent();
        assertThat(measured.metrics().number(MetricNames.IC_P_VALUE)).isPresent();
        Worlds worlds = measured.worlds().orElseThrow();
        assertThat(IntStream.rangeClosed(1, worlds.count())
                        .filter(world -> Double.isNaN(worlds.value(MetricNames.IC, world))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-6, 0.0001, 0.01})
    void aTokenThatGainsTheSameOnEachBarHasNoForwardReturnsToRank(double gain) {
        assertNoReturns(moving(t -> 20_000 * Math.pow(1 + gain, t)));
        assertNoReturns(moving(t -> 1e8 * Math.rint(20_000 * Math.pow(1 + gain, t) * 1e8) / 1e16));
    }

    @Test
    void aPriceThatNeverMovesHasNoForwardReturnsToRank() {
        assertNoReturns(moving(t -> 0.1));
        assertNoReturns(moving(t -> 1e-8));
    }

    private static void assertNoReturns(Bars bars) {
        Measured measured = measure(bars, "score: 'hour()', long: 'hour() == 3'");

        assertThat(measured.metrics().number(MetricNames.IC)).isEmpty();
        assertThat(measured.metrics().whyMissing(MetricNames.IC)).isEqualTo("the forward returns are constant");
        assertThat(measured.worlds().orElseThrow().scores()).containsOnly(Double.NEGATIVE_INFINITY);
    }

    @Test
    void whatAProgramWritesIsConstantWithinTheLastDigits() {
        Random random = new Random(3);
        Metrics noise = ofProgram(bar -> 0.3 * (1 + 2.3e-16 * random.nextInt(3)));
        assertThat(noise.number(MetricNames.IC)).isEmpty();
        assertThat(noise.whyMissing(MetricNames.IC)).isEqualTo(CONSTANT);
        assertThat(ofProgram(bar -> 0.3 + 1e-17 * random.nextDouble()).whyMissing(MetricNames.IC))
                .isEqualTo(CONSTANT);
        assertThat(ofProgram(bar -> 0.3 + 1e-9 * random.nextDouble()).number(MetricNames.IC))
                .isPresent();
        assertThat(ofProgram(bar -> 1e-17 * random.nextDouble()).number(MetricNames.IC))
                .isPresent();
    }

    private static Metrics ofProgram(DoubleUnaryOperator score) {
        Bars bars = wandering(100, 0.01, 8);
        double[] scores =
                IntStream.range(0, LENGTH).mapToDouble(score::applyAsDouble).toArray();
        Signals signals =
                new Signals(scores, new boolean[LENGTH], new boolean[LENGTH], new boolean[LENGTH], new boolean[LENGTH]);
        return screen(bars).measure(Strategies.withProgram(4), signals).metrics();
    }

    private static Measured measure(Bars bars, String rules) {
        Strategy strategy = Strategies.of("signal: {%s, horizon: 4}".formatted(rules));
        return screen(bars).measure(strategy, strategy.entries(bars));
    }

    private static L0Screen screen(Bars bars) {
        return new L0Screen(new MarketWorlds(bars, START), L0Gates.DEFAULT, WORLDS, ProgressListener.SILENT);
    }

    /// A random walk of prices written with so many decimals; every seventh bar does not move.
    private static Bars wandering(double price, double step, int decimals) {
        Random random = new Random(11);
        double unit = Math.pow(10, decimals);
        double[] close = new double[LENGTH];
        double[] open = new double[LENGTH];
        double last = price;
        for (int t = 0; t < LENGTH; t++) {
            open[t] = last;
            boolean moves = t % 7 != 3;
            last = moves ? Math.rint(last * (1 + step * (random.nextDouble() - 0.5)) * unit) / unit : last;
            close[t] = last;
        }
        double[] high = IntStream.range(0, LENGTH)
                .mapToDouble(t -> Math.max(open[t], close[t]) * (t % 3 == 0 ? 1 : 1 + step / 3))
                .toArray();
        double[] low = IntStream.range(0, LENGTH)
                .mapToDouble(t -> Math.min(open[t], close[t]) / (1 + step / 4))
                .toArray();
        return bars(open, high, low, close);
    }

    private static Bars moving(DoubleUnaryOperator price) {
        double[] close =
                IntStream.range(0, LENGTH).mapToDouble(price::applyAsDouble).toArray();
        return bars(close, close, close, close);
    }

    private static Bars bars(double[] open, double[] high, double[] low, double[] close) {
        long first = Instant.parse("2025-01-01T00:00:00Z").toEpochMilli();
        long[] time = new long[LENGTH];
        double[] volume = new double[LENGTH];
        Arrays.setAll(time, t -> first + t * Timeframe.H1.millis());
        Arrays.setAll(volume, t -> 5.1 + t * 31 % 17);
        return new Bars("TEST", Timeframe.H1, "formula", time, open, high, low, close, volume);
    }
}
