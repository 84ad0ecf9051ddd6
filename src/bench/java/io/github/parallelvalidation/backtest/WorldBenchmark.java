package io.github.parallelvalidation.backtest;

import io.github.parallelvalidation.SyntheticBars;
import io.github.parallelvalidation.data.Bars;
import io.github.parallelvalidation.data.RebuiltMarket;
import io.github.parallelvalidation.strategy.Strategy;
import io.github.parallelvalidation.strategy.StrategyFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// One rebuilt market for one strategy, beside the least it could cost.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {"-XX:+UseSerialGC", "-XX:ActiveProcessorCount=1"})
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class WorldBenchmark {
    private static final int START = 1000;
    private static final int WORLDS = 199;

    /// Six months of hourly bars or of one-minute bars, warm-up included.
    @Param({"5416", "263800"})
    public int length;

    private Strategy strategy;
    private RebuiltMarket market;
    private L0Signals world;
    private final double[] row = new double[3];
    private double[] forward;
    private Ranks score;
    private Ranks forwardRanks;
    private int number;

    @Setup
    public void setUp() throws IOException {
        Bars bars = SyntheticBars.minutes(length);
        Path file = Files.createTempFile("strategy", ".yaml");
        Files.writeString(file, SyntheticBars.STRATEGY);
        strategy = StrategyFile.read(file).strategy();
        Files.delete(file);
        MarketWorlds worlds = new MarketWorlds(bars, START);
        L0Measure measure = new L0Measure(worlds, strategy.horizon());
        measure.look(0, bars, strategy.entries(bars));
        world = new L0Signals(strategy, worlds, measure, strategy.entries(bars));
        market = new RebuiltMarket(bars);
        forward = new double[length];
        score = new Ranks(length);
        forwardRanks = new Ranks(length);
    }

    private int next() {
        number = number % WORLDS + 1;
        return number;
    }

    /// Bars rebuilt, rules computed anew, signal frequency, hit rate and information coefficient.
    @Benchmark
    public double world() {
        world.measure(next(), row);
        return row[2];
    }

    /// Bars rebuilt, two rankings and a dot product.
    @Benchmark
    public double floor() {
        Bars bars = market.world(next());
        double[] open = bars.open();
        int horizon = strategy.horizon();
        int count = length - 1 - horizon - START;
        for (int i = 0; i < count; i++) {
            int t = START + i;
            forward[i] = open[t + 1 + horizon] / open[t + 1] - 1;
        }
        return score.rank(bars.close(), START, START + count).correlation(forwardRanks.rank(forward, 0, count));
    }
}
