package io.github.parallelvalidation.supervise;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.process.MemoryProbe;
import io.github.parallelvalidation.trust.Accepted;
import io.github.parallelvalidation.trust.NamedProgram;
import io.github.parallelvalidation.trust.ProgramUse;
import io.github.parallelvalidation.workspace.StrategyId;
import io.github.parallelvalidation.workspace.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Which process judges which strategy. Real processes, of a shell in the place of Java.
@DisabledOnOs(OS.WINDOWS)
class WarmWorkersTest {
    private static final String GOOD = """
        echo $$ >> "$1/../../pids"
        cd "$1" || exit 99
        echo 'metrics: {ic: 0.04}' > L0_results.yaml
        echo 'status: COMPLETED' > L0_complete.yaml
        """;

    private static final int PROCESSORS = 2;
    private static final WarmWorkers.Kind KIND = new WarmWorkers.Kind(4000, true);

    @TempDir
    private Path root;

    private Optional<WarmWorkers> warm = Optional.empty();

    @AfterEach
    void nothingIsLeft() {
        warm.ifPresent(WarmWorkers::close);
        assertThat(LeftBehind.processes(root)).isEmpty();
    }

    @Test
    void oneProcessJudgesOneStrategyAfterAnother() throws IOException {
        Supervisor supervisor = supervisor(GOOD);

        for (int number = 1; number <= 5; number++) {
            assertThat(supervisor
                            .run(task(number, 1), listener(), new StopSignal())
                            .outcome())
                    .isInstanceOf(AttemptOutcome.Completed.class);
        }

        assertThat(pids()).hasSize(5);
        assertThat(Set.copyOf(pids())).hasSize(1);
    }

    @Test
    void aRetryIsAlwaysAProcessOfItsOwn() throws IOException {
        Supervisor supervisor = supervisor(GOOD);

        supervisor.run(task(1, 1), listener(), new StopSignal());
        supervisor.run(task(1, 2), listener(), new StopSignal());
        supervisor.run(task(2, 1), listener(), new StopSignal());

        List<String> pids = pids();
        assertThat(pids.get(1)).isNotEqualTo(pids.getFirst());
        assertThat(pids.get(2)).as("the first one still waits").isEqualTo(pids.getFirst());
    }

    @Test
    void aProcessThatReportedAnErrorIsNotUsedAgain() throws IOException {
        Supervisor supervisor = supervisor("""
            case $1 in
              *STR-001*)
                echo $$ >> "$1/../../pids"
                echo '{error: {category: DATA_UNAVAILABLE, message: no bars}}' > "$1/L0_results.yaml"
                echo 'status: ERROR' > "$1/L0_complete.yaml" ;;
              *) %s ;;
            esac
            """.formatted(GOOD));

        Attempt first = supervisor.run(task(1, 1), listener(), new StopSignal());
        Attempt second = supervisor.run(task(2, 1), listener(), new StopSignal());

        assertThat(first.outcome()).isInstanceOf(AttemptOutcome.Reported.class);
        assertThat(second.outcome()).isInstanceOf(AttemptOutcome.Completed.class);
        assertThat(Set.copyOf(pids())).hasSize(2);
    }

    @Test
    void aProcessThatVanishesCostsTheAttemptItIsAtAndNoOther() throws IOException {
        Supervisor supervisor = supervisor("""
            case $1 in *STR-002*) echo the end is near; kill -s KILL $$ ;; esac
            """ + GOOD);

        supervisor.run(task(1, 1), listener(), new StopSignal());
        Attempt vanished = supervisor.run(task(2, 1), listener(), new StopSignal());
        Attempt next = supervisor.run(task(3, 1), listener(), new StopSignal());

        assertThat(vanished.outcome())
                .isInstanceOfSatisfying(
                        AttemptOutcome.Crashed.class,
                        crash -> assertThat(crash.message()).contains("SIGKILL", "the end is near"));
        assertThat(next.outcome()).isInstanceOf(AttemptOutcome.Completed.class);
    }

    @Test
    void aStrategyThatItDeclinesGetsAProcessOfItsOwnAndOneLog() throws IOException {
        Supervisor supervisor = supervisor("""
            [ -n "$warm" ] && printf '%%s done 5 0\\n' "$PV_WORKER_ID" && continue
            echo judged by its own
            """.formatted() + GOOD);

        Attempt attempt = supervisor.run(task(1, 1), listener(), new StopSignal());

        assertThat(attempt.outcome()).isInstanceOf(AttemptOutcome.Completed.class);
        assertThat(attempt.evidence().lastLines()).containsExactly("judged by its own");
        assertThat(output(1).resolve("archive")).doesNotExist();
        assertThat(output(1).resolve("L0_worker.log")).hasContent("judged by its own");
    }

    @Test
    void noSharedProcessIsAskedAboutAStrategyWhoseProgramWasAccepted() throws IOException {
        Supervisor supervisor = supervisor("""
            [ -n "$warm" ] && touch "$1/../../asked"
            """ + GOOD);
        WorkerTask task = task(1, 1);
        NamedProgram program = new NamedProgram(
                ProgramUse.SIGNAL,
                Optional.of(task.id().strategy()),
                task.strategyFolder().resolve("parameters.yaml"),
                task.strategyFolder(),
                List.of("./score.py"));

        Attempt attempt = supervisor.run(
                new WorkerTask(
                        task.workspace(),
                        task.id(),
                        task.tier(),
                        task.runId(),
                        task.strategyFolder(),
                        task.timeout(),
                        null,
                        Accepted.of(List.of(program))),
                listener(),
                new StopSignal());

        assertThat(attempt.outcome()).isInstanceOf(AttemptOutcome.Completed.class);
        assertThat(root.resolve(".crypto/knowledge/strategies/asked")).doesNotExist();
    }

    @Test
    void aStrategyThatHangsTakesItsProcessWithIt() throws IOException {
        Supervisor supervisor = supervisor("case $1 in *STR-001*) sleep 300 ;; esac\n" + GOOD);

        Attempt hung = supervisor.run(task(1, 1, Duration.ofMillis(600)), listener(), new StopSignal());
        Attempt next = supervisor.run(task(2, 1), listener(), new StopSignal());

        assertThat(hung.outcome()).isInstanceOf(AttemptOutcome.TimedOut.class);
        assertThat(next.outcome()).isInstanceOf(AttemptOutcome.Completed.class);
    }

    @Test
    void noOutputCanBeTakenForTheAnswer() throws IOException {
        Supervisor supervisor = supervisor("""
            echo 'WORKER-00000000-0000-0000-0000-000000000000 done 0 0'
            echo ' done 0 0'
            echo "progress 0.5 $PV_WORKER_ID done 0 0"
            """ + GOOD);

        Attempt attempt = supervisor.run(task(1, 1), listener(), new StopSignal());

        assertThat(attempt.outcome()).isInstanceOf(AttemptOutcome.Completed.class);
        assertThat(attempt.evidence().lastLines())
                .containsExactly("WORKER-00000000-0000-0000-0000-000000000000 done 0 0", " done 0 0");
    }

    @Test
    void shortStrategiesShareAsManyProcessesAsThereAreProcessors() throws Exception {
        Supervisor supervisor = supervisor("sleep 0.05\n" + GOOD, Duration.ofMinutes(1));
        long begun = System.nanoTime();

        List<Attempt> attempts = atOnce(4, slot -> {
            List<Attempt> made = new ArrayList<>();
            for (int strategy = slot; strategy < 40; strategy += 4) {
                made.add(supervisor.run(task(strategy, 1), listener(), new StopSignal()));
            }
            return made;
        });

        assertThat(attempts)
                .extracting(Attempt::outcome)
                .hasSize(40)
                .allMatch(AttemptOutcome.Completed.class::isInstance);
        assertThat(Set.copyOf(pids())).hasSize(PROCESSORS);
        double seconds = (System.nanoTime() - begun) / 1e9;
        assertThat(attempts.stream().mapToDouble(Attempt::seconds).sum())
                .as("waiting is no strategy's time: at no moment more than two are judged")
                .isLessThan(PROCESSORS * seconds);
    }

    @Test
    void processesThatWereStartedAheadAreTheOnesThatAreUsedAndEndWithTheOthers() throws Exception {
        Supervisor supervisor = supervisor(GOOD);
        WarmWorkers workers = warm.orElseThrow();
        Set<String> before = children();
        for (int strategies : List.of(1, 5, 5)) {
            workers.prepare(new Workspace(root), "2026-11-22-143000", strategies);
        }
        Set<String> ahead = new HashSet<>(children());
        ahead.removeAll(before);

        atOnce(PROCESSORS, slot -> List.of(supervisor.run(task(slot, 1), listener(), new StopSignal())));

        assertThat(ahead).hasSize(PROCESSORS).containsAll(pids());
        workers.close();
        assertThat(children()).doesNotContainAnyElementsOf(ahead);
    }

    @Test
    void strategiesThatTakeLongHoldUpNobody() throws Exception {
        Supervisor supervisor = supervisor("""
            echo here >> "$1/../../here"
            while [ $(wc -l < "$1/../../here") -lt 4 ]; do sleep 0.05; done
            """ + GOOD);

        // Each ends only when all four have begun.
        List<Attempt> attempts =
                atOnce(4, slot -> List.of(supervisor.run(task(slot, 1), listener(), new StopSignal())));

        assertThat(attempts).extracting(Attempt::outcome).allMatch(AttemptOutcome.Completed.class::isInstance);
        assertThat(Set.copyOf(pids())).hasSize(4);
    }

    @Test
    void aProcessThatHasJudgedItsShareIsReplaced() throws IOException {
        WorkerCommand.BuiltIn command = ShellJava.in(root, GOOD);
        WarmWorkers workers = new WarmWorkers(command, KIND, PROCESSORS, 2, Duration.ofMinutes(1));
        Supervisor supervisor = supervisor(command, workers);
        workers.prepare(new Workspace(root), "2026-11-22-143000", 100);

        for (int number = 1; number <= 6; number++) {
            supervisor.run(task(number, 1), listener(), new StopSignal());
        }

        assertThat(Set.copyOf(pids())).hasSize(3);
    }

    @Test
    void theLastFewStrategiesOfARunWaitForAProcessThatThereIs() throws Exception {
        WorkerCommand.BuiltIn command = ShellJava.in(root, """
            case $1 in *STR-000*) while [ ! -e "$1/../../go" ]; do sleep 0.05; done ;; esac
            """ + GOOD);
        WarmWorkers workers = new WarmWorkers(command, KIND, PROCESSORS, 2, Duration.ofMinutes(1));
        Supervisor supervisor = supervisor(command, workers);
        workers.prepare(new Workspace(root), "2026-11-22-143000", 4);
        Path go = Files.createDirectories(root.resolve(".crypto/knowledge/strategies"))
                .resolve("go");
        AttemptListener waits = new ShellWorker.Listener() {
            @Override
            public void progress(double fraction, String stage) {
                if (stage.equals("waiting for a processor")) {
                    create(go);
                }
            }
        };

        // The first of them is held up until the last one waits.
        atOnce(
                2,
                slot -> slot == 0
                        ? List.of(supervisor.run(task(0, 1), listener(), new StopSignal()))
                        : List.of(
                                supervisor.run(task(1, 1), listener(), new StopSignal()),
                                supervisor.run(task(2, 1), listener(), new StopSignal()),
                                supervisor.run(task(3, 1), waits, new StopSignal())));

        assertThat(pids()).hasSize(4);
        assertThat(Set.copyOf(pids())).hasSize(2);
    }

    private static void create(Path file) {
        try {
            Files.createFile(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void whoHasWaitedForAProcessorIsSeenToStart() throws Exception {
        Supervisor supervisor = supervisor("sleep 0.1\n" + GOOD, Duration.ofMinutes(1));
        List<List<String>> stages = Collections.synchronizedList(new ArrayList<>());

        atOnce(PROCESSORS + 1, slot -> {
            List<String> said = new ArrayList<>();
            stages.add(said);
            AttemptListener listener = new ShellWorker.Listener() {
                @Override
                public void progress(double fraction, String stage) {
                    said.add(stage);
                }
            };
            return List.of(supervisor.run(task(slot, 1), listener, new StopSignal()));
        });

        assertThat(stages).containsOnlyOnce(List.of("waiting for a processor", "starting"));
    }

    @Test
    void aRunThatIsStoppedDoesNotWaitForAProcessor() throws Exception {
        Supervisor supervisor = supervisor("sleep 300\n" + GOOD);
        StopSignal stop = new StopSignal();
        CountDownLatch waiting = new CountDownLatch(1);
        AttemptListener listener = new ShellWorker.Listener() {
            @Override
            public void progress(double fraction, String stage) {
                if (stage.equals("waiting for a processor")) {
                    stop.raise();
                    waiting.countDown();
                }
            }
        };

        List<Attempt> attempts = atOnce(3, slot -> List.of(supervisor.run(task(slot, 1), listener, stop)));

        assertThat(waiting.getCount()).isZero();
        assertThat(attempts).extracting(Attempt::outcome).allMatch(AttemptOutcome.Cancelled.class::isInstance);
    }

    private static List<Attempt> atOnce(int slots, Slot slot) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(slots)) {
            List<Attempt> attempts = new ArrayList<>();
            for (Future<List<Attempt>> made : threads.invokeAll(IntStream.range(0, slots)
                    .<Callable<List<Attempt>>>mapToObj(i -> () -> slot.run(i))
                    .toList())) {
                attempts.addAll(made.get());
            }
            return attempts;
        }
    }

    private interface Slot {
        List<Attempt> run(int slot) throws IOException;
    }

    private Supervisor supervisor(String script) throws IOException {
        return supervisor(script, Duration.ofMillis(200));
    }

    /// @param patience how long a strategy waits for one of the processes that there are
    private Supervisor supervisor(String script, Duration patience) throws IOException {
        WorkerCommand.BuiltIn command = ShellJava.in(root, script);
        return supervisor(command, new WarmWorkers(command, KIND, PROCESSORS, 500, patience));
    }

    private Supervisor supervisor(WorkerCommand.BuiltIn command, WarmWorkers workers) {
        warm = Optional.of(workers);
        Supervisor.Limits limits = new Supervisor.Limits(Duration.ofSeconds(5), 4000, Set.of("ic"));
        return new Supervisor(command, limits, MemoryProbe.ofSystem(), warm);
    }

    private WorkerTask task(int strategy, int attempt) throws IOException {
        return task(strategy, attempt, Duration.ofSeconds(20));
    }

    private WorkerTask task(int strategy, int attempt, Duration timeout) throws IOException {
        StrategyId id = new StrategyId("STR-%03d".formatted(strategy));
        return new WorkerTask(
                new Workspace(root),
                new AttemptId(id, "WORKER-" + UUID.randomUUID(), attempt),
                Tier.L0,
                "2026-11-22-143000",
                Files.createDirectories(
                        root.resolve(".crypto/knowledge/strategies").resolve(id.value())),
                timeout);
    }

    private Path output(int strategy) {
        return root.resolve(".crypto/knowledge/strategies/STR-00" + strategy + "/backtest-results");
    }

    private static Set<String> children() {
        return ProcessHandle.current()
                .children()
                .map(child -> String.valueOf(child.pid()))
                .collect(Collectors.toSet());
    }

    /// In the order of the attempts.
    private List<String> pids() throws IOException {
        return Files.readAllLines(root.resolve(".crypto/knowledge/strategies/pids"));
    }

    private static AttemptListener listener() {
        return new ShellWorker.Listener();
    }
}
