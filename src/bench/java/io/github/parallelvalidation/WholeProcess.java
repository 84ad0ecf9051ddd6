package io.github.parallelvalidation;

import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.worker.WorkerCommand;
import io.github.parallelvalidation.worker.WorkerTask;
import io.github.parallelvalidation.workspace.StrategyId;
import io.github.parallelvalidation.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// A worker process from its start to its end on a CSV file of six months of one-minute bars, beside a vectorised
/// pandas
/// script that computes the same metrics from the same file, in turns.
record WholeProcess(Path target) {
    private static final int ROUNDS = 7;
    private static final StrategyId STRATEGY = new StrategyId("STR-901");
    private static final List<String> PYTHONS = List.of("python3", "/usr/bin/python3");

    /// @param seconds of wall clock, and the largest resident memory in MB or 0 where it is not known
    private record Timing(double seconds, double megabytes) {}

    void run() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("bench");
        try {
            compare(folder);
        } finally {
            delete(folder);
        }
    }

    private void compare(Path folder) throws IOException, InterruptedException {
        Workspace workspace = new Workspace(folder.resolve("workspace"));
        Path bars = workspace.data().resolve("BENCH_1m.csv");
        Path strategy = workspace.strategies().resolve(STRATEGY.value());
        Files.createDirectories(bars.getParent());
        Files.createDirectories(strategy);
        SyntheticBars.write(SyntheticBars.minutes(SyntheticBars.SIX_MONTHS), bars);
        Files.writeString(strategy.resolve("parameters.yaml"), SyntheticBars.STRATEGY);
        Path cache = Files.createDirectories(folder.resolve("cache"));
        List<String> worker = workerCommand(workspace, strategy);
        List<String> script = pandas(bars);

        List<Timing> cold = new ArrayList<>();
        List<Timing> warm = new ArrayList<>();
        List<Timing> pandas = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            delete(cache);
            cold.add(time(worker, workspace.root(), cache));
            warm.add(time(worker, workspace.root(), cache));
            if (!script.isEmpty()) {
                pandas.add(time(script, workspace.root(), cache));
            }
        }
        Benchmarks.print("CSV file", Files.size(bars) / 1e6, "MB");
        print("worker process, cold", cold);
        print("worker process, warm cache", warm);
        if (script.isEmpty()) {
            System.out.println("pandas script: skipped, no python3 with pandas and scipy here");
        } else {
            print("pandas script", pandas);
            Benchmarks.print("pandas / worker, cold", median(pandas) / median(cold), "x");
            Benchmarks.print("pandas / worker, warm cache", median(pandas) / median(warm), "x");
        }
    }

    private List<String> workerCommand(Workspace workspace, Path strategy) {
        String jars = target.resolve("parallel-validation")
                .resolve("lib")
                .resolve("*")
                .toAbsolutePath()
                .toString();
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        WorkerTask task = new WorkerTask(
                workspace, STRATEGY, Tier.L0, "bench", "WORKER-bench", 1, strategy, Duration.ofMinutes(10));
        return new WorkerCommand.BuiltIn(java, jars).arguments(task);
    }

    private static List<String> pandas(Path bars) throws IOException, InterruptedException {
        for (String python : PYTHONS) {
            Process probe = new ProcessBuilder(python, "-c", "import pandas, scipy")
                    .redirectErrorStream(true)
                    .start();
            probe.getInputStream().readAllBytes();
            if (probe.waitFor() == 0) {
                return List.of(
                        python,
                        Path.of("src/bench/python/l0_pandas.py")
                                .toAbsolutePath()
                                .toString(),
                        bars.toString());
            }
        }
        return List.of();
    }

    private static Timing time(List<String> command, Path folder, Path cache) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("XDG_CACHE_HOME", cache.toString());
        long start = System.nanoTime();
        Process process = builder.start();
        double peak = 0;
        while (process.isAlive()) {
            peak = Math.max(peak, peakMemory(process.pid()));
            Thread.sleep(2);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        if (process.exitValue() > 1) {
            throw new IllegalStateException("exit status " + process.exitValue() + " of " + command);
        }
        return new Timing(seconds, peak);
    }

    private static double peakMemory(long pid) {
        try (Stream<String> lines = Files.lines(Path.of("/proc", String.valueOf(pid), "status"))) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException | RuntimeException endedOrNoProc) {
            return 0;
        }
    }

    private static void print(String what, List<Timing> timings) {
        Benchmarks.print(what + ", median of " + timings.size(), median(timings), "s");
        Benchmarks.print(
                what + ", resident",
                timings.stream().mapToDouble(Timing::megabytes).max().orElse(0),
                "MB");
    }

    private static double median(List<Timing> timings) {
        List<Double> seconds =
                new ArrayList<>(timings.stream().map(Timing::seconds).toList());
        Collections.sort(seconds);
        return seconds.get(seconds.size() / 2);
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> paths = Files.walk(folder)) {
                for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
