package io.github.parallelvalidation;

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
        Path target = Path.of(arguments[0]);
        inProcess();
        new WholeProcess(target).run();
    }

    private static void inProcess() throws RunnerException {
        Collection<RunResult> results =
                new Runner(new OptionsBuilder().include(".*Benchmark.*").build()).run();
        double screen = score(results, "L0Benchmark.screen");
        double floor = score(results, "L0Benchmark.floor");
        print("L0 with its strategy, 262,800 bars", score(results, "L0Benchmark.strategyAndScreen"), "ms");
        print("L0 metrics / floor of three transforms and two rankings", screen / floor, "x");
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
        System.out.printf(Locale.ROOT, "%-70s %10.2f %s%n", what, value, unit);
    }
}
