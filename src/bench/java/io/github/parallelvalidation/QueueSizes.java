package io.github.parallelvalidation;

import io.github.parallelvalidation.workspace.StrategyId;
import io.github.parallelvalidation.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/// How long the program takes for a queue, by its length: from its start to its end, since a process that has read
/// a queue once does not read it again.
///
/// @param launcher starts the program
/// @param folder of the workspaces
record QueueSizes(Path launcher, Path folder) {
    private static final List<Integer> SIZES = List.of(100, 10_000, 100_000);
    private static final int BARS = 5_416;
    private static final int ROUNDS = 5;

    void run() throws IOException, InterruptedException {
        double shortest = 0;
        for (int size : SIZES) {
            Path root = folder.resolve("queue-" + size);
            write(root, size);
            double status = seconds(root, List.of("status"));
            double run = seconds(
                    root,
                    List.of(
                            "validate",
                            "--on-escalation",
                            "continue",
                            "--strategy",
                            id(0).value(),
                            "--strategy",
                            id(size - 1).value()));
            shortest = shortest == 0 ? run : shortest;
            Benchmarks.print("queue of %,d: status".formatted(size), status, "s");
            Benchmarks.print("queue of %,d: a run of two of its strategies".formatted(size), run, "s");
            Benchmarks.print("  more than in the shortest", run - shortest, "s");
        }
    }

    private double seconds(Path root, List<String> arguments) throws IOException, InterruptedException {
        List<String> command = Stream.concat(Stream.of(launcher.toString()), arguments.stream())
                .toList();
        List<Timing> timings = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            timings.add(Timing.of(command, root, folder.resolve("queue-cache")));
        }
        return Timing.medianSeconds(timings);
    }

    private static StrategyId id(int number) {
        return new StrategyId("STR-%06d".formatted(number));
    }

    private static void write(Path root, int size) throws IOException {
        write(root, "data/BTCUSD_1h.csv", RandomBars.csv(new Random(1), BARS, 0.005, 10_000));
        write(root, "config/tiered-validation-protocol.yaml", "tiers: {L0: {placebo_worlds: 0}}\n");
        StringBuilder queue = new StringBuilder("queue:\n");
        for (int i = 0; i < size; i++) {
            queue.append("  - {id: %s, status: PENDING}%n".formatted(id(i)));
            write(root, "knowledge/strategies/%s/parameters.yaml".formatted(id(i)), """
                version: 1
                asset: BTCUSD
                timeframe: 1h
                signal: {score: '-zscore(close, 48)', long: 'score > 1.5', short: 'score < -1.5', horizon: 12}
                """);
        }
        write(root, "pipeline/queue.yaml", queue.toString());
    }

    private static void write(Path root, String name, String text) throws IOException {
        Path file = root.resolve(Workspace.FOLDER).resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
