package io.github.parallelvalidation.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.parallelvalidation.TestWorkspace;
import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.plan.RequestException;
import io.github.parallelvalidation.run.RunStoppedException;
import io.github.parallelvalidation.workspace.LockedException;
import io.github.parallelvalidation.workspace.Problem;
import io.github.parallelvalidation.workspace.ProblemException;
import io.github.parallelvalidation.workspace.WorkspaceLock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// When a run is begun, on a simulated clock, over real files. The run itself only notes what waited and passes it.
@NullUnmarked // JUnit fills the fields
class QueueWatchTest {
    private static final String QUEUE = ".crypto/pipeline/queue.yaml";

    @TempDir
    private Path folder;

    private TestWorkspace workspace;
    private final ViewedWorkspace validation = new ViewedWorkspace();
    private final SimulatedChanges changes = new SimulatedChanges();
    private final List<String> said = new ArrayList<>();
    private final List<String> runs = new ArrayList<>();
    private Runnable duringTheRun = () -> {};

    @BeforeEach
    void emptyQueue() {
        workspace = TestWorkspace.in(folder);
    }

    private void watch() {
        new QueueWatch(
                        validation,
                        workspace.workspace(),
                        Tier.L0,
                        changes,
                        changes.pace(),
                        state -> said.add(state.sentence()))
                .follow(this::run);
    }

    private void run() {
        String queue = workspace.queue();
        long waiting =
                queue.lines().filter(line -> line.contains("status: PENDING")).count();
        runs.add(waiting + " at " + changes.now().toMillis());
        duringTheRun.run();
        validation.lastRun = Optional.of(Outcomes.run("run " + runs.size(), false, false));
        workspace.write(QUEUE, queue.replace("PENDING", "L0_PASSED") + appendedSince(queue));
    }

    private String appendedSince(String queue) {
        return workspace.queue().substring(queue.length());
    }

    private Runnable append(String id) {
        return () -> workspace.strategy(id, "nothing");
    }

    @Test
    void manySmallChangesAreOneRunOnceTheFileIsQuiet() {
        for (int i = 0; i < 10; i++) {
            changes.at(1000 + 100L * i, append("STR-10" + i));
        }
        watch();
        assertThat(runs).containsExactly("10 at 2400");
    }

    @Test
    void aWriterThatNeverPausesIsNotWaitedForForEver() {
        for (int i = 0; i < 200; i++) {
            changes.at(100L * i, append("STR-" + (100 + i)));
        }
        watch();
        assertThat(runs).hasSizeBetween(2, 4);
        assertThat(runs.getFirst()).endsWith("at 10000");
    }

    @Test
    void oneStrategyIsNotEnough() {
        changes.at(1000, append("STR-101")).at(60_000, append("STR-102"));
        watch();
        assertThat(runs).containsExactly("2 at 60500");
        assertThat(said)
                .containsExactly(
                        "Watching the queue: 0 of the 2 strategies that start a run await L0.",
                        "Watching the queue: 1 of the 2 strategies that start a run await L0.",
                        "2 strategies await L0: a run starts.",
                        "Watching the queue: 0 of the 2 strategies that start a run await L0.");
    }

    @Test
    void theSettingsSayHowManyStartARun() {
        workspace = TestWorkspace.in(folder, "min_queue_depth_for_parallel: 1");
        changes.at(1000, append("STR-101"));
        watch();
        assertThat(runs).containsExactly("1 at 1500");
    }

    @Test
    void whatWaitsAlreadyIsValidatedAtTheStart() {
        workspace.strategy("STR-101", "nothing").strategy("STR-102", "nothing");
        watch();
        assertThat(runs).containsExactly("2 at 500");
    }

    @Test
    void whatIsAppendedWhileARunIsOnIsValidatedRightAfterIt() {
        workspace.strategy("STR-101", "nothing").strategy("STR-102", "nothing");
        duringTheRun = () -> {
            duringTheRun = () -> {};
            append("STR-103").run();
            append("STR-104").run();
        };
        watch();
        assertThat(runs).containsExactly("2 at 500", "2 at 1000");
    }

    @Test
    void aRefusedRunIsNotBegunAgainUntilTheQueueChanges() {
        workspace.strategy("STR-101", "nothing").strategy("STR-102", "nothing");
        duringTheRun = () -> {
            throw new RequestException("this cannot be");
        };
        changes.at(30_000, append("STR-103"));
        watch();
        assertThat(runs).containsExactly("2 at 500", "3 at 30500");
        assertThat(said).contains("this cannot be").anyMatch(line -> line.contains("but no run of them began"));
    }

    @Test
    void aRunThatAFileStoodAgainstIsBegunAgainWhenThatFileIsMended() {
        workspace.strategy("STR-101", "nothing").strategy("STR-102", "nothing");
        Path trials = workspace.workspace().trials();
        workspace.write(".crypto/pipeline/trials.csv", "no ledger");
        duringTheRun = () -> {
            duringTheRun = () -> {};
            throw new ProblemException(Problem.of(trials, "is no ledger"));
        };
        changes.unnoticedAt(30_000, () -> remove(trials));
        watch();
        assertThat(runs).hasSize(2);
        assertThat(runs.getFirst()).isEqualTo("2 at 500");
        assertThat(runs.getLast()).isBetween("2 at 30000", "2 at 33000");
    }

    @Test
    void aRunThatAFileStoppedInItsMiddleIsSaidAndTheWatchGoesOn() {
        workspace.strategy("STR-101", "nothing").strategy("STR-102", "nothing");
        Path trials = workspace.workspace().trials();
        duringTheRun = () -> {
            duringTheRun = () -> {};
            throw new RunStoppedException(
                    new ProblemException(Problem.of(trials, "is no ledger")), "The run was stopped.");
        };
        changes.at(30_000, append("STR-103"));
        watch();
        assertThat(runs).containsExactly("2 at 500", "3 at 30500");
        assertThat(said).anyMatch(line -> line.contains("The run was stopped. " + trials + ": is no ledger"));
    }

    @Test
    void whileAnotherHoldsTheWorkspaceItIsWaitedFor() {
        workspace.strategy("STR-101", "nothing").strategy("STR-102", "nothing");
        WorkspaceLock lock = WorkspaceLock.acquire(workspace.workspace());
        changes.unnoticedAt(20_000, lock::close);
        watch();
        assertThat(runs).hasSize(1);
        assertThat(runs.getFirst()).isBetween("2 at 20000", "2 at 23000");
        assertThat(said).filteredOn(line -> line.contains("another run holds")).hasSize(1);
    }

    @Test
    void whoeverWasFasterIsWaitedForToo() {
        workspace.strategy("STR-101", "nothing").strategy("STR-102", "nothing");
        duringTheRun = () -> {
            duringTheRun = () -> {};
            throw new LockedException("the workspace is locked by another run: pid 1");
        };
        watch();
        assertThat(runs).containsExactly("2 at 500", "2 at 3000");
    }

    @Test
    void aHalfWrittenQueueIsSaidOnceWithItsPlace() {
        String whole = workspace
                .strategy("STR-101", "nothing")
                .strategy("STR-102", "nothing")
                .queue();
        workspace.write(QUEUE, whole + "  - id: STR-103\n    status: 'PEND");
        changes.at(30_000, () -> workspace.write(QUEUE, whole));
        watch();
        assertThat(runs).containsExactly("2 at 30500");
        assertThat(said)
                .filteredOn(line -> line.contains("not valid YAML"))
                .singleElement(InstanceOfAssertFactories.STRING)
                .containsPattern("queue\\.yaml:\\d+:\\d+: ");
    }

    @Test
    void aQueueThatIsDeletedAndMadeAgainIsFollowedOn() {
        Path queue = workspace.workspace().queue();
        changes.at(5_000, () -> remove(queue))
                .at(20_000, () -> workspace.write(QUEUE, "queue:\n- id: STR-201\n- id: STR-202\n  status: PENDING\n"));
        watch();
        assertThat(runs).containsExactly("1 at 20500");
        assertThat(said)
                .filteredOn(line -> line.endsWith("which is not there yet."))
                .hasSize(1);
    }

    @Test
    void thePipelineMustHaveComeToItsSecondPhase() {
        workspace.strategy("STR-101", "nothing").strategy("STR-102", "nothing");
        workspace.write(".crypto/pipeline/current-run.yaml", "run: 7\nphase: 1\n");
        changes.at(9_000, () -> workspace.write(".crypto/pipeline/current-run.yaml", "run: 7\nphase: 2\n"));
        watch();
        assertThat(runs).containsExactly("2 at 9500");
        assertThat(said).anyMatch(line -> line.contains("in phase '1'"));
    }

    private static void remove(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
