package io.github.parallelvalidation.watch;

import static io.github.parallelvalidation.watch.Outcomes.judged;
import static io.github.parallelvalidation.watch.Outcomes.run;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.journal.InterruptedRun;
import io.github.parallelvalidation.journal.RunOutcome;
import io.github.parallelvalidation.queue.Queue;
import io.github.parallelvalidation.queue.QueueEntry;
import io.github.parallelvalidation.queue.Status;
import io.github.parallelvalidation.run.WorkspaceView;
import io.github.parallelvalidation.settings.Settings;
import io.github.parallelvalidation.workspace.StrategyId;
import io.github.parallelvalidation.workspace.Workspace;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TriggerTest {
    private static final WatchState DUE = new WatchState.Due(Tier.L0, 2);
    private static final WatchState UNCHANGED = new WatchState.Unchanged(Tier.L0, 2);
    private static final WatchState NOT_BEGUN = new WatchState.NotBegun(Tier.L0, 2);

    private final Trigger trigger = new Trigger();

    private WatchState assess(WorkspaceView view) {
        return trigger.assess(view, Tier.L0, Optional.empty());
    }

    @Test
    void whatACancelledRunPutBackWaitsForAChange() {
        assertThat(assess(view(null, 101, 102))).isEqualTo(DUE);
        WorkspaceView after = view(run("1", true, false, 101, 102), 101, 102);
        assertThat(assess(after)).isEqualTo(UNCHANGED);
        assertThat(assess(after)).isEqualTo(UNCHANGED);
        assertThat(assess(view(run("1", true, false, 101, 102), 101, 102, 103)))
                .isEqualTo(new WatchState.Due(Tier.L0, 3));
    }

    @Test
    void aCancelledRunOfAFewDoesNotStartTheOthers() {
        assess(view(null, 101, 102));
        assertThat(assess(view(run("1", true, false, 101), 101, 102))).isEqualTo(UNCHANGED);
    }

    @Test
    void whatTheRunDidNotTakeIsNewAfterIt() {
        assess(view(null, 101, 102, 103, 104));
        assertThat(assess(view(run("1", false, false, 101, 102), 103, 104))).isEqualTo(DUE);
    }

    @Test
    void whatStoppedAtTheFirstFailureIsNotBegunAgain() {
        assess(view(null, 101, 102, 103));
        assertThat(assess(view(run("1", false, false, 101, 102, 103), 102, 103)))
                .isEqualTo(UNCHANGED);
    }

    @Test
    void whatAPersonSetBackWhileItsRunWasOnIsDueAfterIt() {
        assess(view(null, 101, 102, 103));
        RunOutcome allJudged = judged(run("1", false, false, 101, 102, 103), 101, 102, 103);
        assertThat(assess(view(allJudged, 101, 102))).isEqualTo(DUE);
        assertThat(assess(view(judged(run("2", false, false, 101, 102)), 101, 102)))
                .as("left by its run itself")
                .isEqualTo(UNCHANGED);
    }

    @Test
    void whatAPersonSetBackIsCountedLikeAnyOther() {
        assess(view(null, 101, 102));
        assertThat(assess(view(judged(run("1", false, false, 101, 102), 101, 102), 101)))
                .isEqualTo(new WatchState.TooFew(Tier.L0, 1, 2));
    }

    @Test
    void whatFailedBeforeAndIsSetBackWhileARunIsCancelledIsDueAfterIt() {
        assess(view(null, 101, 102));
        RunOutcome cancelled = judged(run("1", true, false, 101, 102), 101);
        assertThat(assess(view(cancelled, 102, 103))).as("103 failed long ago").isEqualTo(DUE);
    }

    @Test
    void whatPassedL0IsNewAtL1() {
        trigger.assess(view(null), Tier.L1, Optional.empty());
        WorkspaceView after = view(judged(run("1", false, false, 203, 204), 203, 204), Status.L0_PASSED, 203, 204);
        assertThat(trigger.assess(after, Tier.L1, Optional.empty())).isEqualTo(new WatchState.Due(Tier.L1, 2));
    }

    @Test
    void atTheStartAllThatWaitIsNewWhateverTheLastRunWas() {
        assertThat(assess(view(run("1", true, false, 101, 102), 101, 102))).isEqualTo(DUE);
    }

    @Test
    void aRunThatWasBegunAndLeftNoTraceIsNotBegunAgain() {
        assertThat(assess(view(null, 101, 102))).isEqualTo(DUE);
        trigger.begin();
        assertThat(assess(view(null, 101, 102))).isEqualTo(NOT_BEGUN);
        assertThat(NOT_BEGUN.sentence())
                .isEqualTo(
                        "Watching the queue: 2 await L0, but no run of them began; one starts when the queue changes.");
        trigger.forget();
        assertThat(assess(view(null, 101, 102))).isEqualTo(DUE);
    }

    @Test
    void anOpenDecisionDoesNotStopWhatIsNew() {
        assess(view(null, 101, 102));
        assertThat(assess(view(run("1", false, true, 101, 102), 103, 104))).isEqualTo(DUE);
    }

    @Test
    void anInterruptedRunIsAPersonsToDecide() {
        WorkspaceView view = new WorkspaceView(
                WORKSPACE,
                queue(Status.PENDING, 101, 102),
                Settings.DEFAULT,
                Map.of(),
                Optional.empty(),
                Optional.of(new InterruptedRun("2026-11-22-143000", List.of())),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
        WatchState state = assess(view);
        assertThat(state).isInstanceOf(WatchState.Interrupted.class);
        assertThat(state.mayPass()).isTrue();
        assertThat(state.sentence()).contains("2026-11-22-143000", "--resume", "--discard");
        assertThat(assess(view(null, 101, 102))).as("once it is decided").isEqualTo(DUE);
    }

    @Test
    void anEarlierPhaseOfThePipelineStopsIt() {
        assertThat(trigger.assess(view(null, 101, 102), Tier.L0, Optional.of(new PipelinePhase(1, "Phase 1"))))
                .isEqualTo(new WatchState.EarlierPhase("Phase 1"));
        assertThat(trigger.assess(view(null, 101, 102), Tier.L0, Optional.of(new PipelinePhase(3, "3"))))
                .isEqualTo(DUE);
    }

    private static final Workspace WORKSPACE = new Workspace(Path.of("workspace"));

    private static WorkspaceView view(@Nullable RunOutcome lastRun, int... waiting) {
        return view(lastRun, Status.PENDING, waiting);
    }

    private static WorkspaceView view(@Nullable RunOutcome lastRun, Status status, int... waiting) {
        return new WorkspaceView(
                WORKSPACE,
                queue(status, waiting),
                Settings.DEFAULT,
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.ofNullable(lastRun),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    private static Queue queue(Status status, int... waiting) {
        return new Queue(IntStream.of(waiting)
                .mapToObj(number -> new QueueEntry(
                        new StrategyId("STR-" + number),
                        "one",
                        status,
                        status.name(),
                        Optional.of(" " + status),
                        Optional.empty(),
                        number,
                        number,
                        Optional.empty(),
                        Optional.empty()))
                .toList());
    }
}
