package io.github.parallelvalidation.ui.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.plan.RequestException;
import io.github.parallelvalidation.plan.RunRequest;
import io.github.parallelvalidation.queue.QueueEntry;
import io.github.parallelvalidation.queue.Status;
import io.github.parallelvalidation.watch.PipelinePhase;
import io.github.parallelvalidation.workspace.Problem;
import io.github.parallelvalidation.workspace.Workspace;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The switch without a toolkit: files change and clocks move when the test says so.
class WatchModelTest {
    private final FakeValidation validation = new FakeValidation();
    private final Tasks background = new Tasks();
    private Instant now = Samples.START;
    private boolean asking;
    private final DashboardModel model = new DashboardModel(
            validation,
            new Workspace(Path.of("workspace")),
            new SilentDialogs(),
            new BackgroundWork(background, Runnable::run),
            () -> now);
    private final Set<Workspace> watched = new HashSet<>();
    private final WatchMemory memory = new WatchMemory() {
        @Override
        public boolean isWatched(Workspace workspace) {
            return watched.contains(workspace);
        }

        @Override
        public void watch(Workspace workspace, boolean on) {
            if (on) {
                watched.add(workspace);
            } else {
                watched.remove(workspace);
            }
        }
    };
    private final WatchModel watch = new WatchModel(model, () -> asking, memory);

    @BeforeEach
    void one() {
        validation.entries = List.of(Samples.entry(201, "one", Status.PENDING));
        model.reload();
        background.runAll();
    }

    private void append(int number) {
        validation.entries = new ArrayList<>(validation.entries);
        validation.entries.add(Samples.entry(number, "another", Status.PENDING));
    }

    /// Runs begun, not carried out.
    private void quiet(boolean changed) {
        now = now.plusSeconds(2);
        watch.look(changed, Optional.empty());
        readAndStart();
    }

    /// A run waits for the test in `execute`, so that is not called.
    private void readAndStart() {
        while (!background.isEmpty() && model.runs().live().isEmpty()) {
            background.runOne();
        }
    }

    private void finish() {
        validation.run.begin();
        validation.run.finish(Samples.results());
        background.runAll();
    }

    private long runs() {
        return validation.calls.stream()
                .filter(call -> call.startsWith("start"))
                .count();
    }

    @Test
    void whatOthersWriteIsShownWithoutTheSwitchToo() {
        append(202);
        quiet(true);
        assertThat(model.rows().items()).hasSize(2);
        assertThat(runs()).isZero();
        assertThat(watch.words().get()).isEmpty();
    }

    @Test
    void nothingIsReadWhileNothingChanges() {
        long before = validation.calls.size();
        quiet(false);
        quiet(false);
        assertThat(validation.calls).hasSize((int) before);
    }

    @Test
    void aRunStartsWhenEnoughWait() {
        watch.on().set(true);
        assertThat(watch.words().get()).isEqualTo("watching the queue: 1 of 2 await L0");
        append(202);
        quiet(true);
        assertThat(runs()).isEqualTo(1);
        assertThat(model.runs().activity().get()).isEqualTo(Activity.RUNNING);
    }

    @Test
    void switchingItOnTakesWhatWaits() {
        append(202);
        quiet(true);
        watch.on().set(true);
        readAndStart();
        assertThat(runs()).isEqualTo(1);
    }

    @Test
    void whatIsAppendedWhileARunIsOnFollowsIt() {
        watch.on().set(true);
        append(202);
        quiet(true);
        append(210);
        append(211);
        quiet(true);
        assertThat(runs()).as("never two at once").isEqualTo(1);
        finish();
        quiet(false);
        assertThat(runs()).isEqualTo(2);
    }

    @Test
    void whatIsSetBackWhileItsRunIsOnFollowsIt() {
        watch.on().set(true);
        append(202);
        quiet(true);
        List<QueueEntry> pending = validation.entries;
        validation.run.begin();
        validation.run.finish(Samples.results());
        validation.entries = pending;
        background.runAll();
        quiet(false);
        assertThat(runs()).isEqualTo(2);
    }

    @Test
    void beforeTheFilesWereReadAgainAnEndedRunIsNotBegunAgain() {
        watch.on().set(true);
        append(202);
        quiet(true);
        validation.run.begin();
        validation.run.finish(Samples.results());
        background.runOne();
        assertThat(model.runs().isIdle()).isTrue();
        watch.look(false, Optional.empty());
        assertThat(runs()).isEqualTo(1);
    }

    @Test
    void whileACardIsOpenNoRunStartsNorRightAfterTheAnswer() {
        asking = true;
        watch.on().set(true);
        append(202);
        quiet(true);
        quiet(false);
        assertThat(runs()).isZero();
        assertThat(watch.words().get()).isEqualTo("watching the queue once the card is closed");
        asking = false;
        watch.look(false, Optional.empty());
        assertThat(runs()).as("the answer may still be being written").isZero();
        quiet(false);
        assertThat(runs()).isEqualTo(1);
    }

    @Test
    void aCancelledRunIsNotBegunAgainUntilTheQueueChanges() {
        watch.on().set(true);
        append(202);
        quiet(true);
        validation.lastRun =
                Optional.of(FakeValidation.outcome(validation.plan(RunRequest.of(Tier.L0)), List.of(), null, true));
        model.runs().cancel();
        background.runAll();
        quiet(true);
        assertThat(runs()).isEqualTo(1);
        assertThat(watch.words().get())
                .isEqualTo("watching the queue for a change: 2 await L0 as the last run left them");
        append(203);
        quiet(true);
        assertThat(runs()).isEqualTo(2);
    }

    @Test
    void aRefusedRunIsToldAndNotBegunAgain() {
        watch.on().set(true);
        append(202);
        quiet(true);
        validation.run.fail(new RequestException("this cannot be"));
        background.runAll();
        quiet(true);
        quiet(false);
        assertThat(runs()).isEqualTo(1);
        assertThat(model.banners())
                .first()
                .satisfies(banner -> assertThat(banner.text()).contains("this cannot be"));
    }

    @Test
    void aBrokenQueueIsABannerUntilItIsWhole() {
        watch.on().set(true);
        validation.errors = List.of(new Problem(Path.of("assets/sample-workspace"), 7, 3, "not valid", "- id"));
        quiet(true);
        assertThat(model.banners()).hasSize(1);
        validation.errors = List.of();
        append(202);
        quiet(true);
        assertThat(model.banners()).isEmpty();
        assertThat(runs()).isEqualTo(1);
    }

    @Test
    void aWorkspaceThatAnotherHoldsIsReadUntilItIsFree() {
        append(202);
        validation.lockHolder = Optional.of("pid 7");
        watch.on().set(true);
        quiet(true);
        quiet(false);
        assertThat(runs()).isZero();
        validation.lockHolder = Optional.empty();
        quiet(false);
        assertThat(runs()).isEqualTo(1);
    }

    @Test
    void thePipelineMustHaveComeToItsSecondPhase() {
        watch.on().set(true);
        append(202);
        watch.look(true, Optional.of(new PipelinePhase(1, "Phase 1")));
        readAndStart();
        assertThat(runs()).isZero();
        assertThat(watch.words().get()).contains("in phase 'Phase 1'");
        watch.look(true, Optional.of(new PipelinePhase(2, "Phase 2")));
        readAndStart();
        watch.look(false, Optional.of(new PipelinePhase(2, "Phase 2")));
        readAndStart();
        assertThat(runs()).isEqualTo(1);
    }

    @Test
    void theTierIsTheOneOfTheToolBar() {
        watch.on().set(true);
        validation.entries =
                List.of(Samples.entry(201, "one", Status.L0_PASSED), Samples.entry(202, "two", Status.L0_PASSED));
        quiet(true);
        assertThat(runs()).isZero();
        model.choices().tier().set(Tier.L1);
        quiet(false);
        assertThat(runs()).isEqualTo(1);
    }

    @Test
    void switchedOffItStartsNothing() {
        watch.on().set(true);
        watch.on().set(false);
        append(202);
        quiet(true);
        assertThat(runs()).isZero();
    }
}
