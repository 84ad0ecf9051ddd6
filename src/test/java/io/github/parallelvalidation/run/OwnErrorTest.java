package io.github.parallelvalidation.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.parallelvalidation.TestWorkspace;
import io.github.parallelvalidation.Trust;
import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.plan.RunRequest;
import io.github.parallelvalidation.plan.RunWishes;
import io.github.parallelvalidation.process.MachineMemory;
import io.github.parallelvalidation.process.Shortage;
import io.github.parallelvalidation.process.ShortageException;
import io.github.parallelvalidation.supervise.Attempt;
import io.github.parallelvalidation.supervise.AttemptListener;
import io.github.parallelvalidation.supervise.AttemptRunner;
import io.github.parallelvalidation.supervise.StopSignal;
import io.github.parallelvalidation.supervise.WorkerTask;
import io.github.parallelvalidation.worker.BuiltInInspector;
import io.github.parallelvalidation.workspace.StrategyId;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What this program lacks, or does wrong, in the middle of a run is held against no strategy.
@NullUnmarked // JUnit fills the fields
class OwnErrorTest {
    @TempDir
    private Path folder;

    private TestWorkspace workspace;

    @BeforeEach
    void three() {
        workspace = TestWorkspace.in(folder, "max_workers: 1")
                .strategy("STR-101")
                .strategy("STR-102")
                .strategy("STR-103");
    }

    /// Workers of which the second cannot be started, or that cannot be ended.
    private record Breaking(Workers workers, Supplier<RuntimeException> atTheSecond, Runnable atTheEnd)
            implements Workers {
        @Override
        public AttemptRunner attempts(RunInputs inputs) {
            AttemptRunner runner = workers.attempts(inputs);
            return new AttemptRunner() {
                @Override
                public Attempt run(WorkerTask task, AttemptListener listener, StopSignal stop) {
                    if (task.id().strategy().value().equals("STR-102")) {
                        RuntimeException failure = atTheSecond.get();
                        if (failure != null) {
                            throw failure;
                        }
                    }
                    return runner.run(task, listener, stop);
                }

                @Override
                public void close() {
                    runner.close();
                    atTheEnd.run();
                }
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
    }

    private static Workers passing() {
        return new InProcessWorkers(Map.of(
                new StrategyId("STR-101"), List.of("pass"),
                new StrategyId("STR-102"), List.of("pass"),
                new StrategyId("STR-103"), List.of("pass")));
    }

    private static Validation validation(Workers workers) {
        return new LocalValidation(
                workers, new BuiltInInspector(Trust.ACCEPTANCES), Clock.systemUTC(), Trust.ACCEPTANCES);
    }

    private RunStoppedException stopped(Workers workers) {
        return catchThrowableOfType(
                RunStoppedException.class,
                () -> validation(workers)
                        .start(workspace.workspace(), RunRequest.of(Tier.L0))
                        .execute());
    }

    private List<String> statuses() {
        return workspace
                .queue()
                .lines()
                .filter(line -> line.contains("status:"))
                .map(line -> line.strip().substring("status: ".length()))
                .toList();
    }

    @Test
    void aShortageStopsTheRunAndWhatHadFinishedIsRecorded() {
        RunStoppedException stopped = stopped(new Breaking(
                passing(),
                () -> new ShortageException(Shortage.FILES, "error=24, Too many open files", null),
                () -> {}));
        assertThat(stopped).hasMessageContaining("1 of 3 had finished and are recorded, the others wait again");
        assertThat(stopped.reason()).isInstanceOf(ShortageException.class);
        assertThat(statuses()).containsExactly("L0_PASSED", "PENDING", "PENDING");
        assertThat(validation(passing()).view(workspace.workspace()).interrupted())
                .isEmpty();
        assertThat(validation(passing())
                        .start(workspace.workspace(), RunRequest.of(Tier.L0))
                        .execute()
                        .strategies())
                .hasSize(2);
    }

    @Test
    void anErrorOfOurOwnDoesTheSame() {
        RunStoppedException stopped = stopped(new Breaking(
                passing(),
                () -> {
                    throw new StackOverflowError("too deep");
                },
                () -> {}));
        assertThat(stopped.reason()).isInstanceOf(StackOverflowError.class);
        assertThat(statuses()).containsExactly("L0_PASSED", "PENDING", "PENDING");
    }

    @Test
    void anErrorBeforeTheRecordsGivesTheEntriesBackAndLeavesTheRunToBeResumed() {
        RunStoppedException stopped = stopped(new Breaking(passing(), () -> null, () -> {
            throw new OutOfMemoryError("Java heap space");
        }));
        assertThat(stopped).hasMessageContaining("resume the run with --resume");
        assertThat(statuses()).doesNotContain("L0_VALIDATING");
        assertThat(validation(passing())
                        .resume(workspace.workspace(), RunWishes.NONE)
                        .execute()
                        .strategies())
                .hasSize(3);
        assertThat(statuses()).containsExactly("L0_PASSED", "L0_PASSED", "L0_PASSED");
    }
}
