package io.github.parallelvalidation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/// Runs every benchmark and prints what the README quotes: ratios within one run, for machines differ and are shared.
public final class Benchmarks {
    private static final List<Integer> WORLD_LENGTHS = List.of(5_416, 263_800);

    private Benchmarks() {}

    static void main(String[] arguments) throws Exception {
        Path target = Path.of(arguments[0]).toAbsolutePath();
        Path workspace = target.resolve("bench");
        Path bars = workspace.resolve(".crypto/data/BENCH_1m.csv");
        Files.createDirectories(bars.getParent());
        SyntheticBars.write(SyntheticBars.minutes(SyntheticBars.SIX_MONTHS + SyntheticBars.WARMUP), bars);
        inProcess(bars);
        WholeProcess processes = new WholeProcess(target.resolve("parallel-validation/lib"), workspace, bars);
        processes.run();
        new QueueSizes(target.resolve("parallel-validation/bin/parallel-validation"), target.resolve("bench")).run();
        new Throughput(processes.command(), target.resolve("bench")).run();
    }

    private static void inProcess(Path bars) throws RunnerException, IOException, InterruptedException {
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include(".*Benchmark.*")
                        .param("file", bars.toString())
                        .build())
                .run();
        double megabytes = Files.size(bars) / 1e6;
        print("CSV file of 263,800 one-minute bars", megabytes, "MB");
        print("  parsed and checked", megabytes / score(results, "CsvBenchmark.parsedAndChecked") * 1000, "MB/s");
        print("  from the bar cache", score(results, "CsvBenchmark.fromTheCache"), "ms");
        double backtest = score(results, "BacktestBenchmark.ours");
        print("one backtest of 5,416 bars", backtest, "ms");
        print("  ta4j / ours", score(results, "BacktestBenchmark.ta4j") / backtest, "x");
        for (int length : WORLD_LENGTHS) {
            double world = score(results, "WorldBenchmark.world", length);
            print("one world of %,d bars".formatted(length), world, "ms");
            print(
                    "  / bars rebuilt, two rankings, dot product",
                    world / score(results, "WorldBenchmark.floor", length),
                    "x");
            OptionalDouble numpy = NumpyWorlds.milliseconds(bars, length);
            if (numpy.isPresent()) {
                print("  NumPy and SciPy, the same world", numpy.getAsDouble(), "ms");
                print("  NumPy and SciPy / ours", numpy.getAsDouble() / world, "x");
            }
        }
    }

    private static double score(Collection<RunResult> results, String name, int length) {
        return score(
                results.stream()
                        .filter(result ->
                                String.valueOf(length).equals(result.getParams().getParam("length")))
                        .toList(),
                name);
    }

    private static double score(Collection<RunResult> results, String name) {
        return results.stream()
                .filter(result -> result.getParams().getBenchmark().endsWith(name))
                .findFirst()
                .orElseThrow()
                .getPrimaryResult()
                .getScore();
    }

    static void print(String what, double value, String unit) {
        System.out.printf(Locale.ROOT, "%-64s %10.2f %s%n", what, value, unit);
    }
}
