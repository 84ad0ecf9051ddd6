package io.github.parallelvalidation.data;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/// Half a year of one-minute bars (262,800 rows, about 18 MB) from a CSV with ISO timestamps: parsed and checked, and
/// again from the bar cache. The size of the file over the time is the throughput.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
        value = 1,
        jvmArgs = {"-Xmx256m", "-XX:+UseSerialGC"})
public class CsvBenchmark {
    private static final int ROWS = 262_800;
    private static final History HISTORY = new History(Period.ofMonths(6), 500);

    private Path folder;
    private Path file;
    private BarLoader plain;
    private BarLoader cached;

    @Setup(Level.Trial)
    public void write() throws IOException {
        folder = Files.createTempDirectory("bars");
        file = folder.resolve("BTCUSDT_1m.csv");
        Random random = new Random(1);
        Instant time = Instant.parse("2025-01-01T00:00:00Z");
        double open = 30_000;
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("timestamp,open,high,low,close,volume\n");
            for (int i = 0; i < ROWS; i++) {
                double close = open * Math.exp(0.0005 * random.nextGaussian());
                out.write(String.format(
                        Locale.ROOT,
                        "%s,%.2f,%.2f,%.2f,%.2f,%.8f%n",
                        time.plusSeconds(60L * i),
                        open,
                        Math.max(open, close) + 1 + 5 * random.nextDouble(),
                        Math.min(open, close) - 1 - 5 * random.nextDouble(),
                        close,
                        12 * random.nextDouble()));
                open = close;
            }
        }
        plain = new BarLoader(Optional.empty());
        cached = new BarLoader(Optional.of(new BarCache(folder.resolve("cache"), notice -> {})));
        load(cached);
    }

    @TearDown(Level.Trial)
    public void delete() throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path path : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    @Benchmark
    public Bars parsedAndChecked() {
        return load(plain);
    }

    @Benchmark
    public Bars fromTheCache() {
        return load(cached);
    }

    private Bars load(BarLoader loader) {
        return loader.load(new BarSource(List.of(file), Timeframe.M1), "BTCUSDT", Timeframe.M1, HISTORY, folder);
    }
}
