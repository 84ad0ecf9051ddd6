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
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Whole runs over hourly strategies on many series: how many a second, by workers, by worlds, and with a process
/// for each or a few for all.
///
/// @param command starts the built-in worker
/// @param folder of the workspaces
record Throughput(WorkerCommand.BuiltIn command, Path folder) {
    private static final int STRATEGIES = Integer.getInteger("bench.strategies", 1_000);
    private static final int SERIES = 100;
    private static final int BARS = 5_416;
    private static final int WORLDS = 199;

    private static final List<String> RULES = List.of(
            "-zscore(close, n)",
            "50 - rsi(close, n)",
            "close / ema(close, n) - 1",
            "sma(close, n) / sma(close, 4 * n) - 1",
            "-(close - bb_lower(close, n, 2)) / (bb_upper(close, n, 2) - bb_lower(close, n, 2))");

    /// Where each strategy has a process of its own, fewer are enough to tell.
    private static final int FRESH = STRATEGIES / 10;

    /// A line of what a script of one's own is given.
    private record Idea(String symbol, int rule, int n, double above, double below, int horizon) {
        String line() {
            return "%s,%d,%d,%s,%s,%d%n".formatted(symbol, rule, n, above, below, horizon);
        }
    }

    void run() throws IOException, InterruptedException {
        Path workspace = folder.resolve("throughput");
        write(workspace);
        // The first run fills the cache of bars, and warms this program.
        perSecond(workspace, 4, true, 0, STRATEGIES);
        double one = 0;
        for (int workers : List.of(1, 2, 4)) {
            double reused = perSecond(workspace, workers, true, WORLDS, STRATEGIES);
            double fresh = perSecond(workspace, workers, false, WORLDS, FRESH);
            one = workers == 1 ? reused : one;
            String what = "%d workers, %d worlds".formatted(workers, WORLDS);
            Benchmarks.print(what + ": strategies", reused, "a second");
            Benchmarks.print(what + ": processes that judge many / one each", reused / fresh, "x");
            Benchmarks.print(what + ": / one worker", reused / one, "x");
        }
        double screened = perSecond(workspace, 4, true, 0, STRATEGIES);
        Benchmarks.print("4 workers, no worlds: strategies", screened, "a second");
        OptionalDouble pandas = pandas(workspace);
        if (pandas.isPresent()) {
            Benchmarks.print(Peer.PANDAS.name() + ", 4 processes: strategies", pandas.getAsDouble(), "a second");
            Benchmarks.print("  ours / that", screened / pandas.getAsDouble(), "x");
        }
    }

    /// The same ideas by a script, which writes no results, keeps no records and is watched by nobody.
    private static OptionalDouble pandas(Path root) throws IOException, InterruptedException {
        Path data = root.resolve(Workspace.FOLDER).resolve("data");
        Optional<List<String>> command = Peer.PANDAS.command(data);
        if (command.isEmpty()) {
            System.out.println(Peer.PANDAS.name() + ": skipped, " + Peer.PANDAS.modules() + " not installed");
            return OptionalDouble.empty();
        }
        Path ideas = root.resolve("ideas.csv");
        Files.writeString(
                ideas,
                "symbol,rule,n,above,below,horizon%n".formatted()
                        + ideas().stream().map(Idea::line).collect(Collectors.joining()));
        List<String> arguments = Stream.concat(command.get().stream(), Stream.of(ideas.toString(), "4"))
                .toList();
        long start = System.nanoTime();
        Process process = new ProcessBuilder(arguments)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        double seconds = (System.nanoTime() - start) / 1e9;
        if (process.waitFor() != 0 || !said.equals(String.valueOf(STRATEGIES))) {
            throw new IllegalStateException("%s measured '%s' of %d".formatted(arguments, said, STRATEGIES));
        }
        return OptionalDouble.of(STRATEGIES / seconds);
    }

    private static List<Idea> ideas() {
        Random random = new Random(2);
        return IntStream.range(0, STRATEGIES)
                .mapToObj(i -> new Idea(
                        "A%dUSD".formatted(random.nextInt(SERIES)),
                        i % RULES.size(),
                        10 + random.nextInt(90),
                        0.01 * random.nextDouble(),
                        -0.01 * random.nextDouble(),
                        1 + random.nextInt(24)))
                .toList();
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
        List<Idea> ideas = ideas();
        for (int i = 0; i < STRATEGIES; i++) {
            Idea idea = ideas.get(i);
            write(root, "knowledge/strategies/STR-%04d/parameters.yaml".formatted(i), """
                version: 1
                asset: %s
                timeframe: 1h
                signal: {score: '%s', long: 'score > %s', short: 'score < %s', horizon: %d}
                entry: {n: %d}
                exit: {hold_bars: 24}
                """.formatted(
                    idea.symbol(), RULES.get(idea.rule()), idea.above(), idea.below(), idea.horizon(), idea.n()));
        }
    }

    private static void write(Path root, String name, String text) throws IOException {
        Path file = root.resolve(Workspace.FOLDER).resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
