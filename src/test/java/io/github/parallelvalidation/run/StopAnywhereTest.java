package io.github.parallelvalidation.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.parallelvalidation.TestWorkspace;
import io.github.parallelvalidation.Trust;
import io.github.parallelvalidation.escalation.Decision;
import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.plan.RunRequest;
import io.github.parallelvalidation.plan.RunWishes;
import io.github.parallelvalidation.settings.EscalationOption;
import io.github.parallelvalidation.torture.HookedFiles;
import io.github.parallelvalidation.torture.Life;
import io.github.parallelvalidation.worker.BuiltInInspector;
import io.github.parallelvalidation.workspace.StrategyId;
import io.github.parallelvalidation.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The program is stopped after each single file operation of a run, of its resumption and of a decision. Whatever was
/// on disk then, the next start comes to the same end as if nothing had happened.
class StopAnywhereTest {
    private static final Instant NOW = Instant.parse("2026-11-22T14:30:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final Map<StrategyId, List<String>> SCRIPTS = Map.of(
            id(101), List.of("pass"),
            id(102), List.of("fail"),
            id(103), List.of("few"),
            id(104), List.of("crash", "pass"),
            id(105), List.of("invalid"),
            id(106), List.of("timeout"),
            id(107), List.of("near"));
    private static final List<StrategyId> FINISH_AT_ONCE = List.of(id(101), id(102), id(103), id(105), id(107));
    /// All of them with `-Dtorture=true`, which takes some minutes.
    private static final int STRIDE = Boolean.getBoolean("torture") ? 1 : 251;

    private static final String QUEUE = """
        # ours and the pipeline's
        queue:
          - id: STR-101   # the first
            status: PENDING
          - {id: STR-102, status: "PENDING", note: 'keep # this'}
          - id: STR-103
            status: l0_pending
            extra: {a: [1, 2]}
          - id: STR-104
          - id: STR-105
            status: PENDING
          - id: STR-106
            status: PENDING
            failure_reason: ic_below_threshold
          - id: STR-107
            status: PENDING
          - id: STR-900
            status: ON_HOLD   # somebody else's
        """;

    @TempDir
    private Path folder;

    private int workspaces;

    private static StrategyId id(int number) {
        return new StrategyId("STR-" + number);
    }

    /// A run's own workers count what they begin.
    private record Program(Workspace workspace, InProcessWorkers workers, LocalValidation validation) {
        static Program on(Path root, Life life) {
            InProcessWorkers workers = new InProcessWorkers(SCRIPTS);
            return new Program(
                    new Workspace(HookedFiles.hooked(root, life)),
                    workers,
                    new LocalValidation(workers, new BuiltInInspector(Trust.ACCEPTANCES), CLOCK, Trust.ACCEPTANCES));
        }

        static Program on(Path root) {
            return on(root, Life.unlimited());
        }

        void validate() {
            validation
                    .start(
                            workspace,
                            new RunRequest(
                                    Tier.L0, OptionalInt.of(1), OptionalInt.empty(), List.of(), OptionalInt.empty()))
                    .execute();
        }

        /// What a person does next who wants the run's results.
        void goOn() {
            if (validation.view(workspace).interrupted().isPresent()) {
                validation.resume(workspace, RunWishes.NONE).execute();
            } else if (validation.view(workspace).lastRun().isEmpty()) {
                validate();
            }
        }

        void decide(EscalationOption option) {
            String run =
                    validation.view(workspace).lastRun().orElseThrow().plan().runId();
            validation.decide(workspace, run, new Decision(option, Decision.By.CLI, NOW, Map.of()));
        }
    }

    private Path next() {
        return folder.resolve("w" + workspaces++);
    }

    /// What was left behind once, for one more that goes on from there.
    private Path copy(Path left) {
        return TestWorkspace.copy(left, next());
    }

    private Path fresh() throws IOException {
        Path root = next();
        Path crypto = root.resolve(".crypto");
        for (StrategyId id : SCRIPTS.keySet()) {
            Files.createDirectories(crypto.resolve("knowledge/strategies/" + id));
        }
        Files.createDirectories(crypto.resolve("pipeline"));
        Files.createDirectories(crypto.resolve("config"));
        Files.writeString(
                crypto.resolve("config/parallel-validation.yaml"), "parallel_validation: {auto_retry: true}\n");
        Files.writeString(crypto.resolve("knowledge/strategies/STR-103/parameters.yaml"), """
            asset: BTCUSD
            timeframe: 1h
            signal: {long: "rsi(14) < level", horizon: 4}
            entry: {level: 30}
            """);
        Files.writeString(crypto.resolve("knowledge/learnings.md"), "# Learnings\n\n* of others\n");
        Files.writeString(
                crypto.resolve("knowledge/failure-taxonomy.yaml"),
                "causes:\n  timeout: {count: 4}   # of others\n  slippage: {count: 1}\n");
        Files.writeString(crypto.resolve("pipeline/queue.yaml"), QUEUE);
        Files.writeString(crypto.resolve("BOOTSTRAP.md"), "# Notes\n\nof others\n");
        return root;
    }

    /// All that a run leaves behind, without what may differ: how long things took, and the journal.
    private static Map<String, String> findings(Path root) throws IOException {
        Map<String, String> findings = new TreeMap<>();
        try (Stream<Path> files = Files.walk(root.resolve(".crypto"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = root.relativize(file).toString();
                if (!name.contains("backtest-results") && !name.endsWith(".lock") && !name.endsWith(".tmp")) {
                    findings.put(name, lasting(Files.readString(file)));
                }
            }
        }
        return findings;
    }

    private static String lasting(String text) {
        int journal = text.indexOf("\njournal:");
        int summary = text.indexOf("\nsummary:");
        String kept = journal >= 0 && summary >= 0 ? text.substring(0, journal) + text.substring(summary) : text;
        // Of a worker whose end was not written down any more the time is known from its files, by another clock.
        return kept.replaceAll("(?m)^ *- STR-[0-9]+ took .*\n", "")
                .replaceAll("(?m)(seconds|minutes|percent|memory_mb|per_hour|pid): [-+0-9.eE]+", "$1: #")
                .replaceAll("WORKER-[-0-9a-f]+", "WORKER-#")
                // That it was interrupted stays to be seen, in no other place.
                .replaceAll("(?m)^(taken_up_at|seconds_before): .*\n", "")
                .replaceAll("in [0-9.]+ s( \\([0-9.]+ (s|min) saved\\))?", "in #");
    }

    private static void assertWhole(Path root, String place, Map<String, String> expected) throws IOException {
        assertThat(Files.readString(root.resolve(".crypto/pipeline/queue.yaml")))
                .as(place)
                .doesNotContain("VALIDATING");
        assertThat(findings(root)).as(place).isEqualTo(expected);
    }

    private static Life untilStopped(Path root, int limit, Consumer<Program> work) {
        Life life = new Life(limit);
        try {
            work.accept(Program.on(root, life));
        } catch (Life.Stopped asPlanned) {
            return life;
        } catch (IllegalStateException | RunStoppedException wrapped) {
            assertThat(wrapped).hasRootCauseInstanceOf(Life.Stopped.class);
        }
        return life;
    }

    private static List<String> operations(Path root, Consumer<Program> work) {
        Life life = Life.unlimited();
        work.accept(Program.on(root, life));
        return life.operations();
    }

    private static String place(Life life, int limit) {
        return "after operation %d, %s".formatted(limit, life.operations().getLast());
    }

    /// Each of those stopped runs is taken up, and a copy of it given up.
    @Test
    void whereverARunIsStoppedTheNextStartComesToTheSameEndAndItCanBeGivenUp() throws IOException {
        Path reference = fresh();
        List<String> operations = operations(reference, Program::validate);
        Map<String, String> expected = findings(reference);
        String verdicts = Files.readString(reference.resolve(".crypto/pipeline/queue.yaml"));
        assertThat(operations).hasSizeGreaterThan(60);
        assertThat(expected.get(".crypto/knowledge/learnings.md")).contains("\n* STR-103 fails L0");
        assertThat(expected.get(".crypto/knowledge/failure-taxonomy.yaml"))
                .contains("  timeout: {count: 5, last_run: 2026-11-22-143000}   # of others")
                .contains("  slippage: {count: 1}\n");
        assertThat(expected.get(".crypto/pipeline/auto-retry-queue.yaml"))
                .contains("fix-attempt-2 passes with level 24 instead of 30, after 2 further trials");
        int kept = 0;
        Set<String> ends = new HashSet<>();

        for (int limit = 0; limit < operations.size(); limit++) {
            Path root = fresh();
            String place = place(untilStopped(root, limit, Program::validate), limit);
            String queue = givenUp(copy(root));
            // A run that takes its time writes verdicts while it is on.
            assertThat(entries(queue))
                    .as(place)
                    .zipSatisfy(
                            beforeAndAfter(verdicts),
                            (entry, known) -> assertThat(entry).isIn(known));
            ends.add(queue);
            kept += takenUp(root, place);
            assertWhole(root, place, expected);
        }
        assertThat(kept).as("stops after which something had finished").isPositive();
        assertThat(ends).as("both ends were seen").contains(QUEUE, verdicts);
        System.out.println("Stopped at " + operations.size() + " places; nothing was lost.");
    }

    private static List<String> entries(String queue) {
        return List.of(queue.split("\n  - "));
    }

    /// Each entry as it was, and as the run leaves it.
    private static List<List<String>> beforeAndAfter(String verdicts) {
        List<String> before = entries(QUEUE);
        List<String> after = entries(verdicts);
        return IntStream.range(0, before.size())
                .mapToObj(i -> List.of(before.get(i), after.get(i)))
                .toList();
    }

    /// Runs what is left.
    ///
    /// @return how many had finished, and were not run again
    private static int takenUp(Path root, String place) throws IOException {
        String journal = journal(root);
        Program next = Program.on(root);
        next.goOn();
        List<StrategyId> finished = FINISH_AT_ONCE.stream()
                .filter(id -> journal.contains("event: ended, strategy_id: " + id))
                .toList();
        assertThat(finished)
                .as(place + ": what had finished is not run again")
                .noneMatch(id -> next.workers().begun(id) > 0);
        return finished.size();
    }

    /// Discards what is left.
    ///
    /// @return the queue after that
    private static String givenUp(Path root) throws IOException {
        Program next = Program.on(root);
        if (next.validation().view(next.workspace()).interrupted().isPresent()) {
            next.validation().discard(next.workspace());
            assertThat(next.validation().view(next.workspace()).openQuestions()).isEmpty();
            assertThat(next.validation().view(next.workspace()).lastRun()).isEmpty();
        }
        assertThat(next.validation().view(next.workspace()).interrupted()).isEmpty();
        return Files.readString(root.resolve(".crypto/pipeline/queue.yaml"));
    }

    private static String journal(Path root) throws IOException {
        Path plan = root.resolve(".crypto/pipeline/parallel-validation-2026-11-22-143000.yaml");
        return Files.exists(plan) ? Files.readString(plan) : "";
    }

    @Test
    void whereverAResumptionIsStoppedTheNextOneComesToTheSameEnd() throws IOException {
        Path reference = fresh();
        List<String> operations = operations(reference, Program::validate);
        Map<String, String> expected = findings(reference);
        int stops = 0;
        // The first stop at places spread over the run, the second after each operation of what is left.
        for (int first = 5; first < operations.size(); first += STRIDE) {
            Path left = fresh();
            String place = place(untilStopped(left, first, Program::validate), first);
            for (int second = 0; ; second++) {
                stops++;
                Path root = copy(left);
                Life again = untilStopped(root, second, Program::goOn);
                Program.on(root).goOn();
                assertWhole(root, place + ", then " + place(again, second), expected);
                if (again.operations().size() <= second) {
                    break;
                }
            }
        }
        System.out.println("Stopped at " + stops + " places; nothing was lost.");
    }

    @Test
    void whereverADecisionIsStoppedItIsCarriedOutInTheEnd() throws IOException {
        Path ended = fresh();
        Program.on(ended).validate();
        for (EscalationOption option : List.of(EscalationOption.RELAX, EscalationOption.MEETING)) {
            Path reference = copy(ended);
            List<String> operations = operations(reference, program -> program.decide(option));
            Map<String, String> expected = findings(reference);
            assertThat(operations).hasSizeGreaterThan(5);
            assertThat(expected.get(".crypto/pipeline/queue.yaml"))
                    .contains(option == EscalationOption.RELAX ? "relaxed_gates" : "L0_FAILED");

            for (int limit = 0; limit < operations.size(); limit++) {
                Path root = copy(ended);
                Life life = untilStopped(root, limit, program -> program.decide(option));
                Program next = Program.on(root);
                next.goOn();
                if (next.validation()
                        .view(next.workspace())
                        .lastRun()
                        .orElseThrow()
                        .awaitsDecision()) {
                    next.decide(option);
                }
                assertWhole(root, option + " " + place(life, limit), expected);
            }
        }
    }
}
