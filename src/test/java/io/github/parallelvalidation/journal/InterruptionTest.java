package io.github.parallelvalidation.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.parallelvalidation.Trust;
import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.plan.RunRequest;
import io.github.parallelvalidation.process.MachineMemory;
import io.github.parallelvalidation.run.InProcessWorkers;
import io.github.parallelvalidation.run.LocalValidation;
import io.github.parallelvalidation.run.RunInputs;
import io.github.parallelvalidation.run.Workers;
import io.github.parallelvalidation.supervise.AttemptRunner;
import io.github.parallelvalidation.supervise.WorkerTask;
import io.github.parallelvalidation.worker.BuiltInInspector;
import io.github.parallelvalidation.workspace.StrategyId;
import io.github.parallelvalidation.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the next start says of a run that was cut off while a worker was at work.
class InterruptionTest {
    private static final Map<StrategyId, List<String>> SCRIPTS = List.of(101, 102, 103, 104).stream()
            .collect(Collectors.toMap(
                    number -> new StrategyId("STR-" + number),
                    number -> number == 102 ? List.of("timeout", "end here") : List.of("pass")));
    private static final RunRequest ONE_BY_ONE =
            new RunRequest(Tier.L0, OptionalInt.of(1), OptionalInt.empty(), List.of(), OptionalInt.empty());

    @TempDir
    private Path root;

    private final InProcessWorkers workers = new InProcessWorkers(SCRIPTS);

    @BeforeEach
    void fourStrategies() throws IOException {
        Files.createDirectories(root.resolve(".crypto/pipeline"));
        StringBuilder queue = new StringBuilder("queue:\n");
        for (StrategyId id : SCRIPTS.keySet().stream().sorted().toList()) {
            queue.append("  - {id: ").append(id).append("}\n");
            Files.createDirectories(root.resolve(".crypto/knowledge/strategies/" + id));
        }
        Files.writeString(root.resolve(".crypto/pipeline/queue.yaml"), queue);
    }

    private LocalValidation untilStrategy(String id, int attempt) {
        Workers untilThen = new Workers() {
            @Override
            public AttemptRunner attempts(RunInputs inputs) {
                AttemptRunner honest = workers.attempts(inputs);
                return (task, listener, stop) -> {
                    if (task.id().strategy().value().equals(id) && task.id().number() == attempt) {
                        throw new IllegalStateException("cut off");
                    }
                    return honest.run(task, listener, stop);
                };
            }

            @Override
            public List<String> arguments(RunInputs inputs, WorkerTask task) {
                return workers.arguments(inputs, task);
            }

            @Override
            public MachineMemory machine() {
                return workers.machine();
            }
        };
        return new LocalValidation(
                untilThen, new BuiltInInspector(Trust.ACCEPTANCES), Clock.systemUTC(), Trust.ACCEPTANCES);
    }

    private InterruptedRun cutOffAt(String id, int attempt) {
        LocalValidation validation = untilStrategy(id, attempt);
        assertThatThrownBy(() -> validation.start(workspace(), ONE_BY_ONE).execute())
                .hasMessageContaining("cut off");
        return validation.view(workspace()).interrupted().orElseThrow();
    }

    private Workspace workspace() {
        return new Workspace(root);
    }

    @Test
    void ofEachStrategyASentenceSaysWhatWasFound() {
        InterruptedRun run = cutOffAt("STR-103", 1);

        assertThat(run.found().stream().map(found -> found.id() + " " + found.sentence()))
                .containsExactly(
                        "STR-101 had finished; its result is taken, it is not run again",
                        "STR-102 had finished; its result is taken, it is not run again",
                        "STR-103 was running; it is run again",
                        "STR-104 had not begun; it is run");
        assertThat(run.summary()).isEqualTo("2 of 4 strategies had finished.");
    }

    @Test
    void anAttemptThatFailedBeforeTheEndStillCounts() {
        assertThat(cutOffAt("STR-102", 2).found().get(1))
                .isEqualTo(new InterruptedRun.Found(
                        new StrategyId("STR-102"), false, "attempt 1: timed out; the next attempt is made"));
    }

    @Test
    void aNewRunIsRefusedWithTheSameSentences() {
        cutOffAt("STR-103", 1);

        assertThatThrownBy(() ->
                        untilStrategy("none", 1).start(workspace(), ONE_BY_ONE).execute())
                .hasMessageContaining("resume it with --resume or discard it with --discard")
                .hasMessageContaining("2 of 4 strategies had finished.\n  STR-101 had finished")
                .hasMessageContaining("\n  STR-104 had not begun; it is run");
    }
}
