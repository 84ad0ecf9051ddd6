package io.github.parallelvalidation.ui.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.parallelvalidation.escalation.Decision;
import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.plan.RunWishes;
import io.github.parallelvalidation.process.Shortage;
import io.github.parallelvalidation.process.ShortageException;
import io.github.parallelvalidation.queue.Status;
import io.github.parallelvalidation.report.Format;
import io.github.parallelvalidation.result.StrategyResult;
import io.github.parallelvalidation.run.RunStoppedException;
import io.github.parallelvalidation.settings.EscalationOption;
import io.github.parallelvalidation.settings.Settings;
import io.github.parallelvalidation.settings.SettingsFile;
import io.github.parallelvalidation.ui.decision.DecisionAnswer;
import io.github.parallelvalidation.workspace.LockedException;
import io.github.parallelvalidation.workspace.Problem;
import io.github.parallelvalidation.workspace.ProblemException;
import io.github.parallelvalidation.workspace.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The view model without a toolkit: every step is taken when the test says so.
@NullUnmarked
class DashboardModelTest {
    private final FakeValidation validation = new FakeValidation();
    private final SilentDialogs dialogs = new SilentDialogs();
    private final Tasks background = new Tasks();
    private final DashboardModel model = new DashboardModel(
            validation,
            new Workspace(Path.of("workspace")),
            dialogs,
            new BackgroundWork(background, Runnable::run),
            InstantSource.fixed(Samples.START.plusSeconds(4)));

    @TempDir
    private Path folder;

    @BeforeEach
    void read() {
        model.reload();
        background.runAll();
    }

    @Test
    void theQueueIsShownAsItWasRead() {
        assertThat(model.rows().items())
                .hasSize(9)
                .allMatch(item -> item.now().status().word().equals("awaits L0"));
        assertThat(model.toDo().waiting()).isEqualTo(9);
        assertThat(model.canValidate()).isTrue();
    }

    @Test
    void untilTheWorkspaceIsReadNothingIsSaidOfItsRuns() {
        DashboardModel opened = new DashboardModel(
                validation,
                new Workspace(Path.of("workspace")),
                dialogs,
                new BackgroundWork(background, Runnable::run),
                InstantSource.fixed(Samples.START));
        opened.reload();
        assertThat(opened.runLine().text()).isEqualTo("The workspace is being read.");

        background.runAll();
        assertThat(opened.runLine().text()).isEqualTo("Nothing has been run yet; 9 wait.");
    }

    @Test
    void beforeAnyRunTheTierIsTheOneWithWork() {
        validation.entries =
                List.of(Samples.entry(201, "one", Status.L0_PASSED), Samples.entry(202, "two", Status.L1_FAILED));
        model.open(Path.of("assets/sample-workspace"));
        background.runAll();

        assertThat(model.choices().tier().get()).isEqualTo(Tier.L1);
        assertThat(model.toDo().waiting()).isEqualTo(1);

        model.choices().tier().set(Tier.L0);
        model.reload();
        background.runAll();

        assertThat(model.choices().tier().get()).as("stays as chosen").isEqualTo(Tier.L0);
    }

    @Test
    void whatTheLastRunFoundIsShownThoughTheNextTierHasWork() {
        validation.entries = List.of(Samples.entry(201, "one", Status.L0_PASSED));
        validation.run.finish(Samples.results());
        validation.lastRun = Optional.of(validation.run.execute());
        model.open(Path.of("assets/sample-workspace"));
        background.runAll();

        assertThat(model.choices().tier().get()).isEqualTo(Tier.L0);
    }

    @Test
    void theButtonCountsWhatTheRunWouldTake() {
        model.choices().atMost().set(Optional.of(5));

        assertThat(model.toDo().waiting()).isEqualTo(5);
    }

    @Test
    void aFolderThatIsDroppedOpensAsAWorkspace() {
        model.drop(List.of(Path.of("assets/sample-workspace")));
        background.runAll();

        assertThat(model.workspace().get().name()).isEqualTo("sample-workspace");
    }

    @Test
    void whatIsNoWorkspaceIsDroppedWithASentence() {
        model.drop(List.of(folder));
        assertThat(model.banners())
                .extracting(Banner::text)
                .containsExactly("Neither " + folder + " nor a folder above it holds .crypto. Choose one that does, or"
                        + " make one with `parallel-validation init`.");

        model.drop(List.of(folder, folder));
        assertThat(model.banners())
                .extracting(Banner::text)
                .containsExactly("2 files were dropped. One folder opens as a workspace.");
    }

    @Test
    void whileARunIsOnNothingThatIsDroppedIsOpened() {
        model.validate();
        background.runOne();

        model.drop(List.of(Path.of("assets/sample-workspace")));

        assertThat(model.workspace().get().name()).isEqualTo("workspace");
        assertThat(model.banners())
                .extracting(Banner::text)
                .containsExactly("A run is on. Another workspace can be opened once it has ended.");
    }

    @Test
    void aRunTakesWhatWasChosen() {
        model.choices().workers().set(3);

        model.validate();
        background.runOne();

        assertThat(validation.calls).contains("start [] workers 3");
        assertThat(model.runs().activity().get()).isEqualTo(Activity.RUNNING);
        assertThat(model.canValidate()).isFalse();
    }

    @Test
    void whileARunIsOnTheTableSaysWhatTheBoardSays() {
        model.validate();
        background.runOne();
        validation.run.begin();
        validation.run.busy(0, 201, "placebo", 0.6, 1, "");
        validation.run.done(1, Samples.results().get(1));

        model.runs().poll();

        assertThat(model.rows().items().get(0).now().status().word()).isEqualTo("validating L0");
        assertThat(model.rows().items().get(1).now().status().word()).isEqualTo("L0 passed");
        assertThat(model.runLine().text()).isEqualTo("1 of 9 · 1 passed · 4 s, 0.9 s one by one · 0.4 by luck");
    }

    @Test
    void aFinishedRunIsReadBackAndShown() {
        finish();

        assertThat(model.runs().isIdle()).isTrue();
        assertThat(model.rows().items().get(2).now().reason()).isEqualTo("ic below threshold");
        assertThat(model.rows().items().get(2).now().figure("ic").text()).isEqualTo("−0.004");
        assertThat(model.shown().get()).isPresent();
        assertThat(model.toDo().waiting()).isZero();
    }

    @Test
    void aRunThatAsksIsAnsweredAndWrittenDown() {
        dialogs.answer = Optional.of(
                new DecisionAnswer(EscalationOption.RELAX, Map.of("ic", 0.008), Decision.Retry.BY_DEFAULT, false));

        finish();

        assertThat(dialogs.decisions).hasSize(1);
        assertThat(validation.calls).anySatisfy(call -> assertThat(call).isEqualTo("decide RELAX by GUI {ic=0.008}"));
        assertThat(model.banners()).isEmpty();
    }

    @Test
    void anUnansweredQuestionStaysAsABannerAndCanBeAskedAgain() {
        finish();

        assertThat(model.banners())
                .extracting(Banner::text)
                .containsExactly("A decision waits: 6 of 9 did not pass L0, 1 of them could not be judged.");
        dialogs.answer = Optional.of(DecisionAnswer.of(EscalationOption.CONTINUE));
        model.perform(Banner.Action.DECIDE);
        background.runAll();

        assertThat(model.banners()).isEmpty();
    }

    @Test
    void aQuestionThatIsAnsweredOnTheCommandLineIsTakenBackAndTheTilesFollow() {
        finish();
        assertThat(dialogs.decisions).hasSize(1);
        String runId = model.shown().get().orElseThrow().plan().runId();

        validation.decide(
                model.workspace().get(),
                runId,
                new Decision(EscalationOption.CONTINUE, Decision.By.CLI, Samples.START, Map.of()));
        model.refresh(() -> {});
        background.runAll();

        assertThat(dialogs.withdrawn).containsExactly(runId);
        assertThat(model.banners())
                .extracting(Banner::text)
                .containsExactly("The question about run " + runId
                        + " was answered meanwhile. Decided on the command line: continued with what passed.");
        assertThat(model.shown().get().orElseThrow().awaitsDecision()).isFalse();
    }

    @Test
    void aQuestionThatIsStillOpenStaysWhereItIs() {
        finish();
        model.refresh(() -> {});
        background.runAll();

        assertThat(dialogs.withdrawn).isEmpty();
    }

    @Test
    void theCardOfAnInterruptedRunGoesWithTheRun() {
        validation.interrupted = Optional.of(Samples.interrupted());
        model.open(Path.of("assets/sample-workspace"));
        background.runAll();
        validation.interrupted = Optional.empty();
        model.refresh(() -> {});
        background.runAll();

        assertThat(dialogs.withdrawn).containsExactly(Samples.interrupted().runId());
    }

    @Test
    void retryRunsThoseWithoutAResult() {
        finish();
        dialogs.answer = Optional.of(DecisionAnswer.of(EscalationOption.RETRY));

        model.askDecision();
        untilStarted("[STR-208, STR-209] workers 4");

        assertThat(model.runs().activity().get()).isEqualTo(Activity.RUNNING);
    }

    @Test
    void aRetryTakesTheChosenOnesUnderTheChosenLimit() {
        finish();
        Decision.Retry retry = new Decision.Retry(List.of(Samples.id(209)), OptionalInt.of(900));
        dialogs.answer = Optional.of(new DecisionAnswer(EscalationOption.RETRY, Map.of(), retry, false));

        model.askDecision();
        untilStarted("[STR-209] workers 4 within 900 s");
    }

    @Test
    void aMeetingShowsItsAgenda() {
        dialogs.answer = Optional.of(DecisionAnswer.of(EscalationOption.MEETING));

        finish();

        assertThat(dialogs.meetings)
                .singleElement()
                .asString()
                .endsWith("strategy-meeting-request-2026-11-22-143000.yaml");
    }

    @Test
    void anAnswerCanBeRememberedForLaterRuns() {
        dialogs.answer =
                Optional.of(new DecisionAnswer(EscalationOption.CONTINUE, Map.of(), Decision.Retry.BY_DEFAULT, true));

        finish();

        assertThat(validation.calls).containsSubsequence("decide CONTINUE by GUI {}", "remember CONTINUE");
    }

    @Test
    void aRememberedAnswerIsGivenWithoutAsking() {
        validation.settings = onEscalation(EscalationOption.CONTINUE);
        model.reload();
        background.runAll();

        finish();

        assertThat(dialogs.decisions).isEmpty();
        assertThat(validation.calls).contains("decide CONTINUE by POLICY {}");
    }

    @Test
    void aRememberedRetryIsMadeOnceAndThenAPersonIsAsked() {
        validation.settings = onEscalation(EscalationOption.RETRY);
        model.reload();
        background.runAll();

        model.validate();
        background.runOne();
        validation.run.finish(Samples.results());
        untilStarted("[STR-208, STR-209] workers 4");
        validation.run.finish(Samples.results());
        background.runAll();

        assertThat(dialogs.decisions).hasSize(1);
        assertThat(validation.calls)
                .filteredOn(call -> call.startsWith("decide"))
                .hasSize(1);
    }

    @Test
    void cancellingBeforeTheRunHasBegunCancelsItAsSoonAsItHas() {
        model.validate();
        model.runs().cancel();

        background.runAll();

        assertThat(validation.calls).contains("cancel");
        assertThat(model.runs().isIdle()).isTrue();
        assertThat(model.shown().get().orElseThrow().cancelled()).isTrue();
    }

    @Test
    void theShownRunIsWrittenToTheChosenFile() {
        finish();
        dialogs.folder = Optional.of(folder);

        model.export(Format.CSV);
        background.runAll();

        Path file = folder.resolve("validation-2026-11-22-143000.csv");
        assertThat(file).content().contains("STR-209");
        assertThat(model.banners()).extracting(Banner::text).contains("The CSV table is in " + file + ".");
    }

    @Test
    void neitherARunNorAPictureIsWrittenAmongTheFilesOfAWorkspace() throws IOException {
        Path pipeline = Files.createDirectories(folder.resolve(".crypto/pipeline"));
        Path bars = Files.writeString(pipeline.resolve("validation-2026-11-22-143000.csv"), "somebody's");
        finish();
        dialogs.folder = Optional.of(pipeline);

        model.export(Format.CSV);
        model.files().savePicture("picture.png", new byte[] {1});
        background.runAll();

        assertThat(bars).hasContent("somebody's");
        assertThat(pipeline.resolve("picture.png")).doesNotExist();
        assertThat(model.banners().getFirst().text()).contains("is among the files of a workspace");
    }

    @Test
    void anotherRunsLockIsAMessageWithAWayOut() {
        model.validate();
        background.runOne();
        validation.run.fail(new LockedException("Process 4711 holds the workspace since 14:29."));

        background.runAll();

        Banner banner = model.banners().getFirst();
        assertThat(banner.text()).startsWith("Process 4711 holds the workspace");
        assertThat(banner.actions()).contains(Banner.Action.RELOAD);
        assertThat(model.runs().isIdle()).isTrue();
    }

    @Test
    void aBrokenFileIsNamedWithItsPlace() {
        model.validate();
        background.runOne();
        Path file = Path.of("workspace/.crypto/pipeline/queue.yaml");
        validation.run.fail(new ProblemException(new Problem(file, 17, 5, "not an id", "- id: 7")));

        background.runAll();

        assertThat(model.banners().getFirst().text())
                .isEqualTo("The run stopped: queue.yaml:17:5: not an id. Correct the file and read it again.");
    }

    @Test
    void theUnforeseenIsASentenceAndFoldedDetails() {
        model.validate();
        background.runOne();
        validation.run.fail(new IllegalStateException("boom"));

        background.runAll();

        Banner banner = model.banners().getFirst();
        assertThat(banner.text()).doesNotContain("Exception");
        assertThat(banner.details()).contains("IllegalStateException: boom");
    }

    @Test
    void whatTheMachineLacksIsSaidWithWhatBecameOfTheStrategies() {
        model.validate();
        background.runOne();
        validation.run.fail(new RunStoppedException(
                new ShortageException(Shortage.FILES, "error=24, Too many open files", null),
                "The run was stopped; it is no strategy's fault. 1 of 9 had finished and are recorded, the"
                        + " others wait again."));

        background.runAll();

        assertThat(model.banners().getFirst().text())
                .contains("1 of 9 had finished and are recorded", "No more files may be opened");
    }

    @Test
    void anInterruptedRunForbidsANewOneUntilItIsResumedOrDiscarded() {
        validation.interrupted = Optional.of(Samples.interrupted());
        model.reload();
        background.runAll();

        assertThat(model.canValidate()).isFalse();
        assertThat(model.banners().getFirst().actions()).containsExactly(Banner.Action.RESUME, Banner.Action.DISCARD);
        model.perform(Banner.Action.DISCARD);
        background.runAll();

        assertThat(dialogs.questions).hasSize(1);
        assertThat(validation.calls).contains("discard");
        assertThat(model.canValidate()).isTrue();
    }

    @Test
    void whatSaysThatItIsValidatedAlthoughNobodyIsAtItCanBeGivenBack() {
        validation.entries = List.of(
                Samples.entry(201, "RSI mean reversion", Status.L0_VALIDATING),
                Samples.entry(202, "Donchian breakout", Status.L0_PASSED));
        model.reload();
        background.runAll();

        Banner banner = model.banners().getFirst();
        assertThat(banner.text()).startsWith("STR-201 is L0_VALIDATING, but no run is on");
        assertThat(banner.actions()).containsExactly(Banner.Action.RECOVER);
        assertThat(model.canValidate()).isFalse();

        model.perform(Banner.Action.RECOVER);
        background.runAll();

        assertThat(validation.calls).contains("recover");
        assertThat(model.banners()).isEmpty();
        assertThat(model.canValidate()).isTrue();
    }

    @Test
    void whileARunIsOnSomewhereNothingIsGivenBack() {
        validation.entries = List.of(Samples.entry(201, "RSI mean reversion", Status.L0_VALIDATING));
        validation.lockHolder = Optional.of("pid 1 on elsewhere");
        model.reload();
        background.runAll();

        assertThat(model.banners()).noneMatch(banner -> banner.actions().contains(Banner.Action.RECOVER));
    }

    @Test
    void whoOpensAWorkspaceWithAnInterruptedRunIsAskedOnce() {
        validation.interrupted = Optional.of(Samples.interrupted());
        model.open(Path.of("assets/sample-workspace"));
        background.runAll();
        model.reload();
        background.runAll();

        assertThat(dialogs.interruptions).containsExactly(Samples.interrupted());
    }

    @Test
    void discardingNeedsAClearYes() {
        dialogs.yes = false;

        model.perform(Banner.Action.DISCARD);
        background.runAll();

        assertThat(validation.calls).doesNotContain("discard");
    }

    @Test
    void aDryRunOnlyShowsThePlan() {
        model.dryRun();
        background.runAll();

        assertThat(dialogs.plans)
                .singleElement()
                .satisfies(plan -> assertThat(plan.plan().strategies()).hasSize(9));
        assertThat(validation.calls).noneMatch(call -> call.startsWith("start"));
    }

    @Test
    void closingWhileARunIsOnStopsItFirst() {
        AtomicBoolean closed = new AtomicBoolean();
        model.validate();
        background.runOne();

        model.close(() -> closed.set(true));
        assertThat(closed).isFalse();
        background.runAll();

        assertThat(closed).isTrue();
        assertThat(validation.calls).contains("cancel");
    }

    @Test
    void aFolderWithoutAWorkspaceIsRefusedInASentence() {
        dialogs.folder = Optional.of(Path.of("/"));

        model.chooseWorkspace();

        assertThat(model.banners().getFirst().text()).contains("holds .crypto").contains("parallel-validation init");
    }

    @Test
    void aRunOfTheHistoryThatIsGoneIsSaidSo() {
        model.show("2020-01-01-000000");
        background.runAll();

        assertThat(model.banners()).extracting(Banner::text).first().asString().contains("is not there any more");
    }

    @Test
    void aRunOfTheHistoryIsShownOnTheResultsPage() {
        finish();
        model.show("2026-11-22-143000");
        background.runAll();

        assertThat(model.choices().page().get()).isEqualTo(Page.RESULTS);
    }

    @Test
    void warningsAndTheLastRunsAlertsAreCounted() {
        validation.warnings = List.of(Problem.of(Path.of("settings.yaml"), "unknown key"));
        finish();

        assertThat(model.loaded().get().orElseThrow().alerts()).hasSize(2);
    }

    private Settings onEscalation(EscalationOption option) {
        return settings("on_escalation: " + option.code());
    }

    /// Takes steps until a run of these is begun; its end is the test's affair.
    private void untilStarted(String what) {
        while (validation.calls.stream().noneMatch(call -> call.equals("start " + what))) {
            background.runOne();
        }
    }

    @Test
    void whenTheRetriedOnesPassAllOfTheFirstRunGoOnToTheNextTier() {
        validation.settings = settings("auto_escalate_to_l1: true");
        model.choices().atMost().set(Optional.of(3));
        dialogs.answer = Optional.of(DecisionAnswer.of(EscalationOption.RETRY));
        model.validate();
        background.runOne();
        validation.run.finish(List.of(passing(201), failing(202), failing(203)));
        untilStarted("[STR-202, STR-203] workers 3");

        validation.run.finish(List.of(passing(202), passing(203)));
        untilStarted("[STR-201, STR-202, STR-203] workers 3");

        assertThat(model.choices().tier().get()).isEqualTo(Tier.L1);
    }

    @Test
    void whatWasAskedForWithTheRunIsDoneAfterAnAnswerThatWasGivenLater() {
        validation.wishes = new RunWishes(true, Optional.empty(), Map.of());
        finish();
        assertThat(validation.calls)
                .filteredOn(call -> call.startsWith("start"))
                .hasSize(1);

        dialogs.answer = Optional.of(DecisionAnswer.of(EscalationOption.CONTINUE));
        model.perform(Banner.Action.DECIDE);
        String passed = Samples.results().stream()
                .filter(StrategyResult::passed)
                .map(result -> result.id().value())
                .collect(Collectors.joining(", "));
        untilStarted("[" + passed + "] workers 4");

        assertThat(model.choices().tier().get()).isEqualTo(Tier.L1);
    }

    private static StrategyResult passing(int number) {
        return Samples.judged(number, 84, 0.5357, 0.0312, 0.031, 0.41);
    }

    private static StrategyResult failing(int number) {
        return Samples.judged(number, 84, 0.5357, 0.0012, 0.431, 0.41);
    }

    private Settings settings(String line) {
        try {
            Path file = Files.writeString(folder.resolve("settings.yaml"), "parallel_validation: {" + line + "}\n");
            return SettingsFile.read(file).settings();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void finish() {
        model.validate();
        background.runOne();
        validation.run.begin();
        validation.run.finish(Samples.results());
        background.runAll();
    }
}
