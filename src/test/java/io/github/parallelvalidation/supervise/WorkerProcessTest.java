package io.github.parallelvalidation.supervise;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.parallelvalidation.Program;
import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.settings.Settings;
import io.github.parallelvalidation.worker.ResultFiles;
import io.github.parallelvalidation.workspace.StrategyId;
import io.github.parallelvalidation.workspace.Workspace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The built-in worker as the orchestrator starts it: its own process, its own memory limit.
class WorkerProcessTest {
    private static final int MINUTES_OF_HALF_A_YEAR = 260_000;

    @TempDir
    private Path root;

    private WorkerTask task;

    @BeforeEach
    void halfAYearOfMinutes() throws IOException {
        Path folder = Files.createDirectories(root.resolve(".crypto/knowledge/strategies/STR-201"));
        Files.writeString(folder.resolve("parameters.yaml"), """
            asset: BTCUSD
            timeframe: 1m
            signal:
              score: "-zscore(close, 48) + rsi(close, 14) / 100"
              long: "score > 1.5 && adx(14) < 25"
              short: "score < -1.5"
              horizon: 12
            """);
        Files.writeString(
                Files.createDirectories(root.resolve(".crypto/config")).resolve("tiered-validation-protocol.yaml"),
                "tiers: {L0: {placebo_worlds: 19, placebo_worlds_max: 19}}");
        Files.writeString(Files.createDirectories(root.resolve(".crypto/data")).resolve("BTCUSD_1m.csv"), bars());
        task = new WorkerTask(
                new Workspace(root),
                new AttemptId(new StrategyId("STR-201"), "WORKER-1", 1),
                Tier.L0,
                "2026-11-22-143000",
                folder,
                Duration.ofMinutes(10));
    }

    @Test
    void halfAYearOfMinutesFitsTheMemoryOfAWorker() throws IOException, InterruptedException {
        String output = run(Settings.DEFAULT.resources().memoryPerWorkerMb(), 2);

        List<ProgressLine> progress = output.lines()
                .map(ProgressLine::parse)
                .flatMap(Optional::stream)
                .toList();
        assertThat(progress.stream().map(ProgressLine::stage))
                .startsWith("starting", "loading bars", "indicators", "signals", "ic")
                .endsWith("market 19 of 19", "writing");
        assertThat(progress).isSortedAccordingTo(Comparator.comparingDouble(ProgressLine::fraction));
        assertThat(report()).isInstanceOf(WorkerReport.Measured.class);
        assertThat(new ResultFiles(task.outputFolder(), Tier.L0).results())
                .content()
                .contains("bars: 260000");
    }

    @Test
    void aWorkerThatNeedsMoreMemoryThanItMayHaveSaysSo() throws IOException, InterruptedException {
        String output = run(100, 4);

        assertThat(output)
                .contains("STR-201 L0: MEMORY_LIMIT: the bars and indicators need more than the worker's heap");
        assertThat(report())
                .isInstanceOfSatisfying(
                        WorkerReport.Failed.class,
                        failed -> assertThat(failed.message())
                                .contains("raise memory_per_worker_mb or shorten data_period"));
    }

    private WorkerReport report() {
        return new ResultReader(task.expectedResults(), Set.of("hit_rate", "ic"))
                .read()
                .orElseThrow();
    }

    private String run(long memoryMb, int statusBelow) throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(Program.workers().arguments(task, memoryMb)).redirectErrorStream(true);
        builder.environment()
                .putAll(Map.of(
                        "PV_WORKSPACE", root.toString(),
                        "PV_RUN_ID", task.runId(),
                        "PV_WORKER_ID", task.id().workerId(),
                        "PV_ATTEMPT", "1"));
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isLessThan(statusBelow);
        return output;
    }

    private static String bars() {
        StringBuilder text = new StringBuilder("timestamp,open,high,low,close,volume\n");
        long first = Instant.parse("2025-01-01T00:00:00Z").toEpochMilli();
        double price = 100;
        for (int i = 0; i < MINUTES_OF_HALF_A_YEAR; i++) {
            double next = price * (1 + ((i * 7919L % 101) - 50) / 10_000.0);
            text.append(first + i * 60_000L)
                    .append(",%s,%s,%s,%s,5%n".formatted(price, Math.max(price, next), Math.min(price, next), next));
            price = next;
        }
        return text.toString();
    }
}
