package io.github.parallelvalidation.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Period;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/// Half a year of one-minute bars from a CSV with ISO timestamps: parsed and checked, and again from the bar cache.
/// The size of the file over the time is the throughput.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xmx256m", "-XX:+UseSerialGC", "-XX:ActiveProcessorCount=1"})
public class CsvBenchmark {
    private static final Lookback HISTORY = new Lookback(Period.ofMonths(6), 500);

    /// The bars, as `SyntheticBars` writes them.
    @Param("")
    public String file = "";

    private Path cache;
    private BarLoader plain;
    private BarLoader cached;

    @Setup
    public void setUp() throws IOException {
        cache = Files.createTempDirectory("bars");
        plain = new BarLoader(Optional.empty());
        cached = new BarLoader(Optional.of(new BarCache(cache, notice -> {
            throw new IllegalStateException(notice);
        })));
        load(cached);
    }

    @TearDown
    public void tearDown() throws IOException {
        try (Stream<Path> files = Files.walk(cache)) {
            for (Path path : files.sorted(Comparator.reverseOrder()).toList()) {
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
        Path bars = Path.of(file);
        return loader.load(
                new BarSource(List.of(bars), Timeframe.M1), "BENCH", Timeframe.M1, HISTORY, bars.getParent());
    }
}
