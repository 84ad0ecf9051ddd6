package io.github.parallelvalidation;

import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.journal.RunOutcome;
import io.github.parallelvalidation.plan.RunRequest;
import io.github.parallelvalidation.process.MemoryProbe;
import io.github.parallelvalidation.run.LocalValidation;
import io.github.parallelvalidation.run.Validation;
import io.github.parallelvalidation.supervise.WorkerCommand;
import io.github.parallelvalidation.trust.Acceptances;
import io.github.parallelvalidation.worker.BuiltInInspector;
import io.github.parallelvalidation.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Random;

/// Whole runs over hourly strategies on many series: how many a second, by workers, by worlds, and with a process
/// for each or a few for all.
///
/// @param command starts the built-in worker
/// @param folder of the workspaces
record Throughput(WorkerCommand.BuiltIn command, Path folder) {
    private static final int STRATEGIES = Integer.getInteger("bench.strategies", 200);
    private static final int SERIES = 100;
    private static final int BARS = 5_416;
    private static final int WORLDS = 199;

    private static final List<String> RULES = List.of(
            "-zscore(close, n)",
            "50 - rsi(close, n)",
            "close / ema(close, n) - 1",
            "sma(close, n) / sma(close, 4 * n) - 1",
            "-(close - bb_lower(close, n, 2)) / (bb_upper(close, n, 2) - bb_lower(close, n, 2))");

    void run() throws IOException {
        Path workspace = folder.resolve("throughput");
        write(workspace);
        // The first run fills the cache of bars, and warms this program.
        perSecond(workspace, 4, true, 0, STRATEGIES);
        double one = 0;
        for (int workers : List.of(1, 2, 4)) {
            double reused = perSecond(workspace, workers, true, WORLDS, STRATEGIES);
            double fresh = perSecond(workspace, workers, false, WORLDS, STRATEGIES / 4);
            one = workers == 1 ? reused : one;
            String what = "%d workers, %d worlds".formatted(workers, WORLDS);
            Benchmarks.print(what + ": strategies", reused, "a second");
            Benchmarks.print(what + ": processes that judge many / one each", reused / fresh, "x");
            Benchmarks.print(what + ": / one worker", reused / one, "x");
        }
        Benchmarks.print("4 workers, no worlds: strategies", perSecond(workspace, 4, true, 0, STRATEGIES), "a second");
    }

    /// @return of the whole run, from its plan to its closing line
    private double perSecond(Path root, int workers, boolean isReused, int worlds, int strategies) throws IOException {
        write(root, "config/parallel-validation.yaml", """
            parallel_validation: {max_workers: %d, auto_escalate_threshold: 1, worker: {reuse: %s}}
            """.formatted(workers, isReused));
        write(root, "config/tiered-validation-protocol.yaml", "tiers: {L0: {placebo_worlds: %d}}%n".formatted(worlds));
        StringBuilder queue = new StringBuilder("queue:\n");
        for (int i = 0; i < strategies; i++) {
            queue.append("  - {id: STR-%04d, status: PENDING}%n".formatted(i));
        }
        write(root, "pipeline/queue.yaml", queue.toString());
        Validation validation = new LocalValidation(
                command,
                new BuiltInInspector(Acceptances.ofUser()),
                MemoryProbe.ofSystem(),
                Clock.systemUTC(),
                Acceptances.ofUser());
        long start = System.nanoTime();
        RunOutcome outcome =
                validation.start(new Workspace(root), RunRequest.of(Tier.L0)).execute();
        double seconds = (System.nanoTime() - start) / 1e9;
        if (outcome.summary().passed() + outcome.summary().failed() != strategies) {
            throw new IllegalStateException("not all were judged: " + outcome.summary());
        }
        return strategies / seconds;
    }

    private static void write(Path root) throws IOException {
        Random random = new Random(1);
        for (int series = 0; series < SERIES; series++) {
            write(root, "data/A%dUSD_1h.csv".formatted(series), RandomBars.csv(random, BARS, 0.005, 10_000));
        }
        for (int i = 0; i < STRATEGIES; i++) {
            write(root, "knowledge/strategies/STR-%04d/parameters.yaml".formatted(i), """
                version: 1
                asset: A%dUSD
                timeframe: 1h
                signal: {score: '%s', long: 'score > %s', short: 'score < %s', horizon: %d}
                entry: {n: %d}
                exit: {hold_bars: 24}
                """.formatted(
                            random.nextInt(SERIES),
                            RULES.get(i % RULES.size()),
                            0.01 * random.nextDouble(),
                            -0.01 * random.nextDouble(),
                            1 + random.nextInt(24),
                            10 + random.nextInt(90)));
        }
    }

    private static void write(Path root, String name, String text) throws IOException {
        Path file = root.resolve(Workspace.FOLDER).resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
