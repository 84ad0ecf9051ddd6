package io.github.parallelvalidation;

import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.settings.Settings;
import io.github.parallelvalidation.supervise.AttemptId;
import io.github.parallelvalidation.supervise.WorkerCommand;
import io.github.parallelvalidation.supervise.WorkerTask;
import io.github.parallelvalidation.workspace.StrategyId;
import io.github.parallelvalidation.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Worker processes from their start to their end on a CSV file of six months of one-minute bars, in turns with
/// what others have. The workers also read their strategy, apply the gates and write result files.
///
/// @param jars the program's
record WholeProcess(Path jars, Path folder, Path bars) {
    private static final int ROUNDS = 7;
    private static final StrategyId STRATEGY = new StrategyId("STR-901");
    private static final String COLD = "worker, L0, first sight of the file";
    private static final String WARM = "worker, L0, the file seen before";
    private static final String L1 = "worker, L1 with its two variants, the file seen before";

    void run() throws IOException, InterruptedException {
        Workspace workspace = new Workspace(folder);
        Path strategy = Files.createDirectories(workspace.strategies().resolve(STRATEGY.value()));
        Files.writeString(strategy.resolve("parameters.yaml"), SyntheticBars.STRATEGY);
        Path cache = folder.resolve("cache");
        List<String> screen = worker(workspace, strategy, Tier.L0);
        Map<String, List<String>> warm = new LinkedHashMap<>();
        warm.put(WARM, screen);
        warm.put(L1, worker(workspace, strategy, Tier.L1));
        for (Peer peer : List.of(Peer.VECTORBT, Peer.BACKTESTING)) {
            Optional<List<String>> command = peer.command(bars);
            command.ifPresent(present -> warm.put(peer.name(), present));
            if (command.isEmpty()) {
                System.out.println(peer.name() + ": skipped, " + peer.modules() + " not installed");
            }
        }
        Map<String, List<Timing>> timings = new LinkedHashMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            delete(cache);
            timings.computeIfAbsent(COLD, name -> new ArrayList<>()).add(Timing.of(screen, folder, cache));
            for (Map.Entry<String, List<String>> program : warm.entrySet()) {
                timings.computeIfAbsent(program.getKey(), name -> new ArrayList<>())
                        .add(Timing.of(program.getValue(), folder, cache));
            }
        }
        timings.forEach(WholeProcess::print);
        printRatios(timings);
    }

    private List<String> worker(Workspace workspace, Path strategy, Tier tier) throws IOException {
        WorkerTask task = new WorkerTask(
                workspace, new AttemptId(STRATEGY, "WORKER-bench", 1), tier, "bench", strategy, Duration.ofMinutes(10));
        return command().arguments(task, Settings.DEFAULT.resources().memoryPerWorkerMb());
    }

    /// Starts the packaged worker.
    WorkerCommand.BuiltIn command() throws IOException {
        return new WorkerCommand.BuiltIn(Path.of(System.getProperty("java.home"), "bin", "java"), classPath());
    }

    /// The program's own jar, which names the others; the worker's cache fits no other class path.
    private String classPath() throws IOException {
        try (Stream<Path> files = Files.list(jars)) {
            return files.filter(file -> file.getFileName().toString().startsWith("parallel-validation-"))
                    .findFirst()
                    .orElseThrow()
                    .toString();
        }
    }

    private static void print(String what, List<Timing> timings) {
        Benchmarks.print(what + ", median of " + timings.size(), Timing.medianSeconds(timings), "s");
        Benchmarks.print("  resident memory, most", Timing.mostMegabytes(timings), "MB");
    }

    private static void printRatios(Map<String, List<Timing>> timings) {
        double l1 = Timing.medianSeconds(timings.getOrDefault(L1, List.of()));
        timings.forEach((name, ofPeer) -> {
            double seconds = Timing.medianSeconds(ofPeer);
            if (!name.startsWith("worker")) {
                Benchmarks.print(name + " / " + L1, seconds / l1, "x");
            }
        });
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
