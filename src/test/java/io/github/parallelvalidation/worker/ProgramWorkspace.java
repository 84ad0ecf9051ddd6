package io.github.parallelvalidation.worker;

import io.github.parallelvalidation.Program;
import io.github.parallelvalidation.Trust;
import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.supervise.AttemptId;
import io.github.parallelvalidation.supervise.WorkerTask;
import io.github.parallelvalidation.trust.Accepted;
import io.github.parallelvalidation.workspace.StrategyId;
import io.github.parallelvalidation.workspace.Workspace;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A workspace with one strategy that brings its own program, and 3000 hourly bars.
final class ProgramWorkspace {
    private final Path root;
    private final Path folder;
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    ProgramWorkspace(Path root) throws IOException {
        this.root = root;
        this.folder = Files.createDirectories(root.resolve(".crypto/knowledge/strategies/STR-401-program"));
        Files.createDirectories(root.resolve(".crypto/data"));
        Files.writeString(bars(), madeBars(3000));
    }

    Path folder() {
        return folder;
    }

    Path bars() {
        return root.resolve(".crypto/data/BTCUSD_1h.csv");
    }

    Workspace workspace() {
        return new Workspace(root);
    }

    /// The command that starts [SignalChild], as YAML.
    static String child(String behaviour, String... more) {
        List<String> words = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                Path.of("target/test-classes").toAbsolutePath().toString(),
                SignalChild.class.getName(),
                behaviour,
                "{bars}",
                "{signals}");
        return Stream.concat(words.stream(), Stream.of(more))
                .map(word -> "\"" + word + "\"")
                .collect(Collectors.joining(", ", "[", "]"));
    }

    /// @param lines further lines of the section `signal`
    ProgramWorkspace strategy(String command, String... lines) throws IOException {
        String signal = Stream.of(lines).map(line -> "  " + line + "\n").collect(Collectors.joining());
        Files.writeString(folder.resolve("parameters.yaml"), """
            asset: BTC/USD
            timeframe: 1h
            signal:
              command: %s
              horizon: 4
            %sentry: {lookback: 20, stretch: 1.5}   # a comment
            exit: {hold_bars: 24, long: "score < 0"}
            """.formatted(command, signal));
        return this;
    }

    int run(Tier tier) {
        printed.reset();
        return WorkerMain.run(
                List.of("--tier", tier.name(), "--strategy-id=STR-401"),
                environment(),
                new PrintStream(printed, true, StandardCharsets.UTF_8));
    }

    /// In a process of its own.
    ///
    /// @param temporary where it keeps what it needs for a while
    int runElsewhere(Tier tier, Path temporary) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(Program.command(
                        List.of("-Djava.io.tmpdir=" + temporary),
                        WorkerMain.class,
                        "--tier",
                        tier.name(),
                        "--strategy-id=STR-401"))
                .redirectErrorStream(true);
        builder.environment().putAll(environment());
        Process worker = builder.start();
        printed.reset();
        worker.getInputStream().transferTo(printed);
        return worker.waitFor();
    }

    private Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>(Trust.TOLD);
        environment.putAll(Map.of("PV_WORKSPACE", root.toString(), "PV_RUN_ID", "2026-11-22-143000"));
        return environment;
    }

    String output() {
        return printed.toString(StandardCharsets.UTF_8);
    }

    String results(Tier tier) {
        try {
            return Files.readString(folder.resolve("backtest-results").resolve(tier + "_results.yaml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    WorkerTask task() {
        return new WorkerTask(
                workspace(),
                new AttemptId(new StrategyId("STR-401"), "WORKER-1", 1),
                Tier.L0,
                "2026-11-22-143000",
                folder,
                Duration.ofMinutes(5),
                null,
                Accepted.wholeFolder());
    }

    private static String madeBars(int count) {
        StringBuilder text = new StringBuilder("timestamp,open,high,low,close,volume\n");
        Instant first = Instant.parse("2025-01-01T00:00:00Z");
        double price = 100;
        for (int i = 0; i < count; i++) {
            double next = price * (1 + ((i * 7919L % 101) - 50) / 10_000.0);
            text.append(first.plusSeconds(3600L * i))
                    .append(",%s,%s,%s,%s,5%n".formatted(price, Math.max(price, next), Math.min(price, next), next));
            price = next;
        }
        return text.toString();
    }
}
