package io.github.parallelvalidation.ui.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.parallelvalidation.gate.FailureReason;
import io.github.parallelvalidation.gate.Metrics;
import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.queue.QueueEntry;
import io.github.parallelvalidation.queue.Status;
import io.github.parallelvalidation.result.Effort;
import io.github.parallelvalidation.result.Judgement;
import io.github.parallelvalidation.result.StrategyResult;
import io.github.parallelvalidation.result.Verdict;
import io.github.parallelvalidation.run.Finding;
import io.github.parallelvalidation.settings.Settings;
import io.github.parallelvalidation.ui.control.Role;
import io.github.parallelvalidation.workspace.Problem;
import io.github.parallelvalidation.workspace.StrategyId;
import io.github.parallelvalidation.workspace.Workspace;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What Validate takes, where the work goes on, and what is seen of a strategy before it is run.
class WorkTest {
    private final FakeValidation validation = new FakeValidation();
    private final SilentDialogs dialogs = new SilentDialogs();
    private final Tasks background = new Tasks();
    private final Workspace workspace = new Workspace(Path.of("workspace"));
    private final DashboardModel model = new DashboardModel(
            validation,
            workspace,
            dialogs,
            new BackgroundWork(background, Runnable::run),
            InstantSource.fixed(Samples.START.plusSeconds(4)));

    @BeforeEach
    void read() {
        read(validation.entries);
    }

    @Test
    void theFilterCountsAndExactlyWhatItShowsIsValidated() {
        model.choices().filter().set("dri");

        assertThat(words()).isEqualTo("Validate 1 of 9 shown");

        model.validate();
        background.runOne();
        assertThat(validation.calls).contains("start [STR-208] workers 4");
    }

    @Test
    void whatIsShownAndWasJudgedBeforeIsNotRunAgain() {
        read(List.of(
                Samples.entry(201, "RSI slow", Status.PENDING),
                Samples.entry(202, "RSI fast", Status.L0_FAILED),
                Samples.entry(203, "MACD", Status.PENDING)));
        model.choices().filter().set("rsi");

        assertThat(words()).isEqualTo("Validate 1 of 2 shown");
    }

    @Test
    void aFilterThatShowsNothingLeavesNothingToValidateAndNothingToPlan() {
        model.choices().filter().set("no such strategy");

        assertThat(words()).isEqualTo("Validate 0 of 9 shown");
        assertThat(model.canValidate()).isFalse();
        model.validate();
        model.dryRun();
        background.runAll();
        assertThat(validation.calls).noneMatch(call -> call.startsWith("start") || call.equals("dryRun"));
    }

    @Test
    void rowsThatAreSelectedComeBeforeTheFilterWhateverTheirStatus() {
        read(List.of(
                Samples.entry(201, "one", Status.PENDING),
                Samples.entry(202, "two", Status.L0_FAILED),
                Samples.entry(203, "three", Status.PENDING)));
        model.choices().filter().set("t");
        select(202, 203);

        assertThat(words()).isEqualTo("Validate 2 selected");

        model.validate();
        background.runOne();
        assertThat(validation.calls).contains("start [STR-202, STR-203] workers 4");
    }

    @Test
    void aSelectionThatIsNotInViewDoesNotCount() {
        select(202);
        model.choices().page().set(Page.HISTORY);

        assertThat(words()).isEqualTo("Validate 9");
    }

    @Test
    void whoWatchesTakesAllThatWaitsWhateverIsSelected() {
        select(202);

        model.toDo().validateUnasked();
        background.runOne();

        assertThat(validation.calls).contains("start [] workers 4");
    }

    @Test
    void whatFailedL0IsNotRunAtL1ByAccident() {
        read(List.of(
                Samples.entry(201, "passed", Status.L0_PASSED),
                Samples.entry(202, "failed", Status.L0_FAILED),
                Samples.entry(203, "waits for L0", Status.PENDING)));
        model.choices().tier().set(Tier.L1);
        select(201, 202, 203);

        assertThat(words()).isEqualTo("Validate 3 selected…");
        model.validate();
        background.runAll();
        assertThat(dialogs.doubtful)
                .singleElement()
                .satisfies(chosen -> assertThat(chosen.notPassed()).containsExactly(Samples.id(202), Samples.id(203)));
        assertThat(validation.calls).as("nobody has answered").noneMatch(call -> call.startsWith("start"));

        dialogs.insist = (_, passed) -> passed.run();
        model.validate();
        untilStarted();
        assertThat(validation.calls).contains("start [STR-201] workers 4");
    }

    @Test
    void whoInsistsRunsWhatFailedL0() {
        read(List.of(Samples.entry(202, "failed", Status.L0_FAILED)));
        model.choices().tier().set(Tier.L1);
        select(202);
        dialogs.insist = (all, _) -> all.run();

        assertThat(model.canValidate()).isTrue();
        model.validate();
        untilStarted();

        assertThat(validation.calls).contains("start [STR-202] workers 4");
    }

    @Test
    void aRowThatWasInsistedOnSaysSoForAsLongAsItsVerdictIsOfL1() {
        QueueEntry failed = Samples.entry(202, "failed", Status.L1_FAILED);
        StrategyResult insisted = new StrategyResult(
                        failed.id(),
                        "",
                        new Judgement(Status.L1_FAILED, Verdict.FAIL, Metrics.NONE, List.of(), null, Map.of()),
                        new Effort(1, 1, 0))
                .insistedOn();
        LatestResults known = new LatestResults(Map.of(Tier.L1, Map.of(failed.id(), insisted)));

        StrategyRow row = StrategyRow.of(failed, known, Tier.L1);
        assertThat(row.status().word()).isEqualTo("L1 failed, no L0");
        assertThat(row.status().role()).isEqualTo(Role.DANGER);
        assertThat(StrategyRow.of(Samples.entry(202, "failed", Status.L0_PASSED), known, Tier.L1)
                        .status()
                        .word())
                .isEqualTo("L0 passed");
    }

    @Test
    void aStatusThatDoesNotTellItsTierIsLookedUpInTheHistory() {
        validation.history = Samples.history(1);
        // One passed L0 and then ended in error at L1.
        read(List.of(
                Samples.entry(201, "RSI mean reversion", Status.ERROR),
                Samples.entry(207, "Rare extremes", Status.FIXABLE_FAILURE)));
        model.choices().tier().set(Tier.L1);
        select(201, 207);

        model.validate();
        assertThat(dialogs.doubtful)
                .singleElement()
                .satisfies(chosen -> assertThat(chosen.taken()).containsExactly(Samples.id(201)));
    }

    @Test
    void theNumberOfWorkersFollowsTheSettings() {
        mostWorkers(3);
        assertThat(model.choices().workers().get()).isEqualTo(3);

        model.choices().workers().set(2);
        mostWorkers(4);
        assertThat(model.choices().workers().get())
                .as("who wants two goes on with two")
                .isEqualTo(2);
        mostWorkers(1);
        assertThat(model.choices().workers().get()).isEqualTo(1);
    }

    private void mostWorkers(int most) {
        Settings usual = Settings.DEFAULT;
        validation.settings = new Settings(
                new Settings.Parallelism(most, 2),
                usual.timeouts(),
                usual.failures(),
                usual.resources(),
                usual.monitoring(),
                false,
                usual.programs());
        read(validation.entries);
    }

    @Test
    void aLongRunSaysFirstHowLongItTakes() {
        read(many(5000));
        dialogs.yes = false;

        model.validate();
        background.runAll();

        assertThat(dialogs.questions).singleElement().satisfies(question -> {
            assertThat(question.title()).isEqualTo("Validate 5,000 at L0?");
            assertThat(question.text()).startsWith("It takes about 100 min with 4 at once");
            assertThat(question.isHarmless()).isTrue();
        });
        assertThat(validation.calls).noneMatch(call -> call.startsWith("start"));
    }

    @Test
    void whereNothingWasMeasuredTheTimeIsSaidToBeUnknown() {
        read(many(201));
        validation.isMeasured = false;

        model.validate();
        untilStarted();

        assertThat(dialogs.questions.getFirst().text()).startsWith("How long this takes is not known");
        assertThat(validation.calls).contains("start [] workers 4");
    }

    @Test
    void whatHasPassedGoesOnToTheNextTier() {
        read(List.of(
                Samples.entry(201, "one", Status.L0_PASSED),
                Samples.entry(202, "two", Status.L0_PASSED),
                Samples.entry(203, "three", Status.L0_FAILED)));
        model.choices().tier().set(Tier.L0);

        assertThat(model.toDo().nextStep().orElseThrow().waiting()).isEqualTo(2);
        model.toDo().goOn();
        untilStarted();
        assertThat(validation.calls).contains("start [] workers 4");
        assertThat(model.choices().tier().get()).isEqualTo(Tier.L1);
    }

    @Test
    void thenL1IsAWishOfRunsAtL0() {
        model.choices().thenL1().set(true);

        assertThat(model.choices().request().link().wishes().thenL1()).isTrue();

        model.choices().tier().set(Tier.L1);
        assertThat(model.choices().request().link().wishes().thenL1()).isFalse();
    }

    @Test
    void aLookAtTheFilesMarksTheRowsThatWait() {
        validation.findings = List.of(
                finding(203, Optional.of(FailureReason.DATA_UNAVAILABLE), "no bars for DOGEUSDT 1h"),
                finding(204, Optional.of(FailureReason.STRATEGY_INVALID), "parameters.yaml:3:1: no key 'asset'"),
                finding(205, Optional.empty(), "3 gaps"));
        read(validation.entries);

        assertThat(row(3).status().word()).isEqualTo("no data");
        assertThat(row(3).statusHint()).isEqualTo("Awaits L0. no bars for DOGEUSDT 1h");
        assertThat(row(3).reason()).isEqualTo("data unavailable");
        assertThat(row(4).status().word()).isEqualTo("broken file");
        assertThat(row(5).status().word()).isEqualTo("awaits L0");
        assertThat(row(5).statusHint()).contains("3 gaps");
        assertThat(row(1).statusHint()).isEqualTo("awaits L0");
        assertThat(words()).as("they still wait").isEqualTo("Validate 9");

        validation.findings = List.of();
        model.reload();
        background.runAll();
        assertThat(row(3).status().word()).as("mended").isEqualTo("awaits L0");
    }

    @Test
    void whatWasFoundForOneTierIsNotSaidOfTheOther() {
        validation.findings = List.of(finding(201, Optional.of(FailureReason.DATA_UNAVAILABLE), "no bars"));
        read(List.of(Samples.entry(201, "one", Status.L0_PASSED), Samples.entry(202, "two", Status.PENDING)));
        model.choices().tier().set(Tier.L1);

        assertThat(row(1).status().word()).as("not looked at yet").isEqualTo("L0 passed");
        background.runAll();
        assertThat(row(1).status().word()).isEqualTo("no data");
    }

    @Test
    void whileARunIsOnNobodyLooks() {
        long before = checks();
        model.validate();
        background.runOne();
        model.choices().tier().set(Tier.L1);

        assertThat(checks()).isEqualTo(before);
    }

    @Test
    void whoBreaksTheQueueWhileEditingItGoesOnSeeingItsRows() {
        Problem broken = new Problem(workspace.queue(), 17, 5, "not an id", "- id: 7");
        validation.errors = List.of(broken);
        read(List.of());

        assertThat(model.rows().items()).hasSize(9);
        assertThat(model.canValidate()).isFalse();
        assertThat(model.banners().getFirst().text()).contains("queue.yaml:17:5", "as it was before");

        validation.errors = List.of();
        read(List.of(Samples.entry(201, "one", Status.PENDING)));
        assertThat(model.rows().items()).hasSize(1);
    }

    /// Its end is the test's affair. The look at the files of another tier may come first.
    private void untilStarted() {
        while (validation.calls.stream().noneMatch(call -> call.startsWith("start"))) {
            background.runOne();
        }
    }

    private String words() {
        return model.toDo().now().get().words();
    }

    private StrategyRow row(int number) {
        return model.rows().find(Samples.id(200 + number)).orElseThrow();
    }

    private long checks() {
        return validation.calls.stream()
                .filter(call -> call.startsWith("check"))
                .count();
    }

    private static Finding finding(int number, Optional<FailureReason> stops, String sentence) {
        return new Finding(Samples.id(number), stops, sentence);
    }

    private void select(int... numbers) {
        List<StrategyId> ids = IntStream.of(numbers).mapToObj(Samples::id).toList();
        model.choices().selected().set(ids);
    }

    private static List<QueueEntry> many(int count) {
        return IntStream.range(10_000, 10_000 + count)
                .mapToObj(number -> Samples.entry(number, "Strategy " + number, Status.PENDING))
                .toList();
    }

    private void read(List<QueueEntry> entries) {
        validation.entries = entries;
        model.reload();
        background.runAll();
    }
}
