package io.github.parallelvalidation.backtest;

import io.github.parallelvalidation.SyntheticBars;
import io.github.parallelvalidation.data.Bars;
import io.github.parallelvalidation.gate.L0Gates;
import io.github.parallelvalidation.gate.Metrics;
import io.github.parallelvalidation.strategy.Signals;
import io.github.parallelvalidation.strategy.Strategy;
import io.github.parallelvalidation.strategy.StrategyFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.jtransforms.fft.DoubleFFT_1D;
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

/// L0 on six months of one-minute bars, beside the least it could cost.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {"-XX:+UseSerialGC", "-XX:ActiveProcessorCount=1"})
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class L0Benchmark {
    private static final int HORIZON = 12;

    private Bars bars;
    private Strategy strategy;
    private Signals signals;
    private double[] score;
    private double[] forward;

    @Setup
    public void setUp() throws IOException {
        bars = SyntheticBars.minutes(SyntheticBars.SIX_MONTHS);
        Path file = Files.createTempFile("strategy", ".yaml");
        Files.writeString(file, SyntheticBars.STRATEGY);
        strategy = StrategyFile.read(file).strategy();
        Files.delete(file);
        signals = strategy.entries(bars);
        Observations observations = Observations.of(bars, 0, signals.score(), SignalEvents.of(signals, 0), HORIZON);
        score = observations.score();
        forward = observations.forward();
    }

    /// Signals and metrics, the placebo included.
    @Benchmark
    public Metrics signalsAndScreen() {
        return L0Screen.screen(bars, 0, strategy.entries(bars), HORIZON, L0Gates.DEFAULT, (_, _) -> {});
    }

    /// The metrics alone.
    @Benchmark
    public Metrics screen() {
        return L0Screen.screen(bars, 0, signals, HORIZON, L0Gates.DEFAULT, (_, _) -> {});
    }

    /// Three transforms of the length that the circular correlation of so many observations takes, and two rankings.
    @Benchmark
    public int floor() {
        int length = CircularCorrelation.transformLength(score.length);
        DoubleFFT_1D transform = new DoubleFFT_1D(length);
        double[] left = new double[2 * length];
        double[] right = new double[2 * length];
        System.arraycopy(score, 0, left, 0, score.length);
        System.arraycopy(forward, 0, right, 0, forward.length);
        transform.complexForward(left);
        transform.complexForward(right);
        transform.complexInverse(left, true);
        return Ranks.of(score).centered()[0] + Ranks.of(forward).centered()[0] + (int) left[0] + (int) right[0];
    }
}
