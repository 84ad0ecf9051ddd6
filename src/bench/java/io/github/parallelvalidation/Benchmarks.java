package io.github.parallelvalidation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Locale;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/// Runs every benchmark and prints what the README quotes: ratios within one run, for machines differ and are shared.
public final class Benchmarks {
    private Benchmarks() {}

    static void main(String[] arguments) throws Exception {
        Path target = Path.of(arguments[0]).toAbsolutePath();
        Path workspace = target.resolve("bench");
        Path bars = workspace.resolve(".crypto/data/BENCH_1m.csv");
        Files.createDirectories(bars.getParent());
        SyntheticBars.write(SyntheticBars.minutes(SyntheticBars.SIX_MONTHS), bars);
        inProcess(bars);
        new WholeProcess(target.resolve("parallel-validation/lib"), workspace, bars).run();
    }

    private static void inProcess(Path bars) throws RunnerException, IOException {
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include(".*Benchmark.*")
                        .param("file", bars.toString())
                        .build())
                .run();
        double megabytes = Files.size(bars) / 1e6;
        print("CSV file of 262,800 one-minute bars", megabytes, "MB");
        print("  parsed and checked", megabytes / score(results, "CsvBenchmark.parsedAndChecked") * 1000, "MB/s");
        print("  from the bar cache", score(results, "CsvBenchmark.fromTheCache"), "ms");
        double screen = score(results, "L0Benchmark.screen");
        double floor = score(results, "L0Benchmark.floor");
        print("L0 in process, signals and metrics", score(results, "L0Benchmark.signalsAndScreen"), "ms");
        print("  metrics / floor of three transforms and two rankings", screen / floor, "x");
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
