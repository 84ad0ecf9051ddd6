package io.github.parallelvalidation.supervise;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.process.MemoryProbe;
import io.github.parallelvalidation.workspace.StrategyId;
import io.github.parallelvalidation.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
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

    private Supervisor supervisor(String script) throws IOException {
        WorkerCommand.BuiltIn command = ShellJava.in(root, script);
        WarmWorkers workers = new WarmWorkers(command, new WarmWorkers.Kind(4000, true));
        warm = Optional.of(workers);
        Supervisor.Limits limits = new Supervisor.Limits(Duration.ofSeconds(5), 4000, Set.of("ic"));
        return new Supervisor(command, limits, MemoryProbe.ofSystem(), warm);
    }

    private WorkerTask task(int strategy, int attempt) throws IOException {
        return task(strategy, attempt, Duration.ofSeconds(20));
    }

    private WorkerTask task(int strategy, int attempt, Duration timeout) throws IOException {
        StrategyId id = new StrategyId("STR-00" + strategy);
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

    /// In the order of the attempts.
    private List<String> pids() throws IOException {
        return Files.readAllLines(root.resolve(".crypto/knowledge/strategies/pids"));
    }

    private static AttemptListener listener() {
        return new ShellWorker.Listener();
    }
}
