package io.github.parallelvalidation.backtest;

import io.github.parallelvalidation.SyntheticBars;
import io.github.parallelvalidation.data.Bars;
import io.github.parallelvalidation.strategy.Strategy;
import io.github.parallelvalidation.strategy.StrategyFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.ta4j.core.BarSeries;
import org.ta4j.core.BaseBarSeriesBuilder;
import org.ta4j.core.BaseStrategy;
import org.ta4j.core.analysis.cost.LinearTransactionCostModel;
import org.ta4j.core.analysis.cost.ZeroCostModel;
import org.ta4j.core.backtest.BarSeriesManager;
import org.ta4j.core.backtest.TradeOnNextOpenModel;
import org.ta4j.core.indicators.RSIIndicator;
import org.ta4j.core.indicators.helpers.ClosePriceIndicator;
import org.ta4j.core.num.DoubleNumFactory;
import org.ta4j.core.rules.OverIndicatorRule;
import org.ta4j.core.rules.UnderIndicatorRule;

/// One rule traded over half a year of hourly bars, rules computed anew, beside what ta4j needs for the same: long
/// where RSI falls below 30, out where it is above 55, at the next open, with costs.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {"-XX:+UseSerialGC", "-XX:ActiveProcessorCount=1"})
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class BacktestBenchmark {
    private static final int LENGTH = 5_416;
    private static final int START = 1_000;
    private static final int RSI = 14;
    private static final int BELOW = 30;
    private static final int ABOVE = 55;
    private static final double COST = 0.001;

    private Bars bars;
    private Strategy strategy;
    private BarSeries series;

    @Setup
    public void setUp() throws IOException {
        bars = SyntheticBars.minutes(LENGTH);
        Path file = Files.createTempFile("strategy", ".yaml");
        Files.writeString(file, """
            version: 1
            asset: BENCH
            timeframe: 1m
            signal: {score: '-rsi(close, %1$d)', long: 'rsi(close, %1$d) < %2$d', horizon: 1}
            exit: {long: 'rsi(close, %1$d) > %3$d'}
            """.formatted(RSI, BELOW, ABOVE));
        strategy = StrategyFile.read(file).strategy();
        Files.delete(file);
        series = new BaseBarSeriesBuilder()
                .withNumFactory(DoubleNumFactory.getInstance())
                .build();
        for (int i = 0; i < LENGTH; i++) {
            series.barBuilder()
                    .timePeriod(Duration.ofMinutes(1))
                    .endTime(Instant.ofEpochMilli(bars.time()[i]).plus(Duration.ofMinutes(1)))
                    .openPrice(bars.open()[i])
                    .highPrice(bars.high()[i])
                    .lowPrice(bars.low()[i])
                    .closePrice(bars.close()[i])
                    .volume(bars.volume()[i])
                    .add();
        }
        // The rules of the two differ where a position is left and entered on one bar; more would be another rule.
        if (Math.abs(ours() - ta4j()) > 2) {
            throw new IllegalStateException("not the same rule: %d and %d trades".formatted(ours(), ta4j()));
        }
    }

    @Benchmark
    public int ours() {
        return Backtest.run(bars, START, strategy.signals(bars), OptionalInt.empty(), COST)
                .trades()
                .size();
    }

    @Benchmark
    public int ta4j() {
        RSIIndicator rsi = new RSIIndicator(new ClosePriceIndicator(series), RSI);
        BarSeriesManager manager = new BarSeriesManager(
                series, new LinearTransactionCostModel(COST), new ZeroCostModel(), new TradeOnNextOpenModel());
        return manager.run(
                        new BaseStrategy(new UnderIndicatorRule(rsi, BELOW), new OverIndicatorRule(rsi, ABOVE)),
                        START,
                        LENGTH - 1)
                .getPositionCount();
    }
}
