package io.github.parallelvalidation.ui.frame;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.parallelvalidation.escalation.Decision;
import io.github.parallelvalidation.gate.FailureReason;
import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.queue.Status;
import io.github.parallelvalidation.run.Finding;
import io.github.parallelvalidation.settings.EscalationOption;
import io.github.parallelvalidation.ui.control.Theme;
import io.github.parallelvalidation.ui.model.FakeValidation;
import io.github.parallelvalidation.ui.model.Page;
import io.github.parallelvalidation.ui.model.Samples;
import io.github.parallelvalidation.ui.model.StrategyItem;
import io.github.parallelvalidation.workspace.Problem;
import io.github.parallelvalidation.workspace.StrategyId;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// The window under a robot's hands, over a validation that the test moves.
@ExtendWith(ApplicationExtension.class)
class DashboardTest {
    private static final long PATIENCE_SECONDS = 20;

    private final FakeValidation validation = new FakeValidation();
    private final ExecutorService background = WindowThreads.start();

    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private DashboardWindow window;

    @SuppressWarnings("NullAway.Init")
    private WindowMemory memory;

    @Start
    void open(Stage stage) {
        validation.history = Samples.history(30);
        memory = OpenWindow.memory(folder, 1000, 700);
        window = OpenWindow.on(stage, validation, memory, background);
    }

    @AfterEach
    void stop() {
        OpenWindow.close(window, background);
    }

    @Test
    void theQueueIsReadAndTheButtonSaysHowMany(FxRobot robot) throws TimeoutException {
        until(() -> table().getItems().size() == 9);

        assertThat(robot.lookup("#validate").queryLabeled().getText()).isEqualTo("Validate 9");
        assertThat(robot.lookup("#status .status-label").queryLabeled().getText())
                .startsWith("ready · lock free · no run yet");
        assertThat(shown("waits for work")).isZero();
        assertThat(shown("The verdicts of the last run will stand here.")).isEqualTo(1);
    }

    @Test
    void aRunMovesTilesAndTable(FxRobot robot) throws TimeoutException {
        begin(robot);
        validation.run.busy(0, 201, "placebo", 0.62, 1, "");
        validation.run.busy(1, 209, "loading bars", 0.08, 2, "no result within 600 s");
        validation.run.done(2, Samples.results().get(2));

        until(() -> shown("62 %") == 1 && shown("FAIL") == 1);

        assertThat(shown("attempt 2 of 2")).isEqualTo(1);
        assertThat(shown("attempt 1 of 2"))
                .as("the first is nothing to speak of")
                .isZero();
        assertThat(shown("processor 93 %")).isEqualTo(2);
        assertThat(shown("again: no result within 600 s")).isEqualTo(1);
        assertThat(shown("ic −0.004")).isEqualTo(1);
        assertThat(shown("waits for work")).isEqualTo(1);
        until(() -> table().getItems().get(2).now().status().word().equals("L0 failed"));
        assertThat(table().getItems().getFirst().now().status().word()).isEqualTo("validating L0");
        assertThat(robot.lookup("#run-line").queryLabeled().getText()).startsWith("1 of 9 · 1 failed");
        assertThat(robot.lookup("#cancel").queryButton().isVisible()).isTrue();
    }

    @Test
    void theDetailsOfAFailureShowEveryAttemptAndItsCommandCanBeCopied(FxRobot robot) throws TimeoutException {
        begin(robot);
        clickRow(robot, "Donchian breakout");
        until(() -> shown("Files") == 1);
        validation.run.done(0, Samples.crashed(202));
        until(() -> shown("Attempts") == 1);

        assertThat(shown("killed by a signal")).isEqualTo(1);
        assertThat(shown("ended by SIGKILL · 0.9 s · 188 MB · 0.7 s of processor time"))
                .isEqualTo(1);
        assertThat(shown("loading bars\nout of memory")).isEqualTo(1);
        assertThat(shown("gave a result")).isEqualTo(1);
        robot.interact(() -> robot.lookup("#copy-command-1").queryButton().fire());
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(
                () -> assertThat(Clipboard.getSystemClipboard().getString()).isEqualTo("built anew for STR-202 at L0"));
    }

    @Test
    void aWorkerThatWaitsForMemoryAndOneThatIsSlowSayWhy(FxRobot robot) throws TimeoutException {
        begin(robot);
        validation.run.waits(0, 201, "3 of 4 slots used: 312 MB free, a worker may take 200 MB");
        validation.run.slow(1, 202, "slow: it usually takes 4.0 s");

        until(() -> shown("waits for memory") == 1 && shown("slow: it usually takes 4.0 s") == 1);
        assertThat(shown("3 of 4 slots used: 312 MB free, a worker may take 200 MB"))
                .isEqualTo(1);
    }

    @Test
    void aSelectedRowStaysSelectedWhileItsStrategyIsValidated(FxRobot robot) throws TimeoutException {
        begin(robot);
        clickRow(robot, "Donchian breakout");
        until(() -> shown("Files") == 1);

        validation.run.busy(0, 202, "signals", 0.4, 1, "");
        until(() -> shown("validating L0") >= 1);
        validation.run.done(0, Samples.results().get(1));

        until(() -> shown("Against luck") == 1);
        assertThat(table().getSelectionModel().getSelectedItem().id()).isEqualTo(Samples.id(202));
    }

    @Test
    void theOtherTierHasItsOwnColumns(FxRobot robot) throws TimeoutException {
        until(() -> table().getItems().size() == 9);

        robot.interact(() -> window.model().choices().tier().set(Tier.L1));

        until(() -> table().getColumns().stream().anyMatch(column -> "sharpe".equals(column.getId())));
        assertThat(robot.lookup("#validate").queryLabeled().getText()).isEqualTo("Validate 0");
    }

    @Test
    void cancelStopsTheRun(FxRobot robot) throws TimeoutException {
        begin(robot);
        until(() -> robot.lookup("#cancel").queryButton().isVisible());

        robot.clickOn("#cancel");

        until(() -> window.model().runs().isIdle());
        assertThat(validation.calls).contains("cancel");
    }

    @Test
    void everyChoiceIsSeenThoughFewFailed(FxRobot robot) throws TimeoutException {
        begin(robot);
        validation.run.finish(List.of(
                Samples.results().get(0),
                Samples.results().get(2),
                Samples.results().get(4)));
        until(() -> robot.lookup("#choose-meeting").tryQuery().isPresent());

        Node last = robot.lookup("#choose-meeting").query().getParent();
        Node viewport = robot.lookup(".dialog-card .scroll-pane .viewport").query();
        until(() -> viewport.localToScene(viewport.getLayoutBounds()).getMaxY()
                >= last.localToScene(last.getLayoutBounds()).getMaxY());
    }

    @Test
    void theDecisionIsMadeWithTheKeyboard(FxRobot robot) throws TimeoutException {
        begin(robot);
        validation.run.finish(Samples.results());
        until(() -> robot.lookup("#choose-continue").tryQuery().isPresent());
        toTheChoices(robot);

        assertThat(robot.lookup("#take").queryButton().getText()).isEqualTo("Continue with the 3 that passed");

        robot.type(KeyCode.DOWN, KeyCode.DOWN);
        assertThat(robot.lookup("#choose-relax").query().isFocused()).isTrue();
        assertThat(robot.lookup("#take").queryButton().getText()).isEqualTo("Relax and pass 1 more");
        robot.type(KeyCode.TAB, KeyCode.TAB, KeyCode.TAB, KeyCode.TAB);
        until(() -> robot.lookup("#field-hit_rate").query().isFocused());
        robot.push(KeyCode.CONTROL, KeyCode.A);
        robot.write("0.01");
        assertThat(robot.lookup("#take").queryButton().isDisabled())
                .as("stricter is no relaxing")
                .isTrue();
        robot.push(KeyCode.CONTROL, KeyCode.A);
        robot.write("0.002");
        assertThat(robot.lookup("#take").queryButton().getText()).isEqualTo("Relax and pass 2 more");
        robot.type(KeyCode.ENTER);

        until(() -> validation.calls.stream().anyMatch(call -> call.startsWith("decide RELAX")));
        until(() -> robot.lookup(".banner").tryQuery().isEmpty());
    }

    @Test
    void enterTakesTheChoiceThatHasTheFocus(FxRobot robot) throws TimeoutException {
        begin(robot);
        validation.run.finish(Samples.results());
        until(() -> robot.lookup("#choose-continue").tryQuery().isPresent());
        toTheChoices(robot);

        robot.type(KeyCode.DOWN, KeyCode.DOWN, KeyCode.DOWN, KeyCode.ENTER);

        until(() -> validation.calls.stream().anyMatch(call -> call.startsWith("decide MEETING by GUI")));
        until(() -> robot.lookup("#meeting-text").tryQuery().isPresent());
    }

    @Test
    void whoTypesInTheFilterWhenTheQuestionComesGoesOnTypingAndEnterAnswersNothing(FxRobot robot)
            throws TimeoutException {
        begin(robot);
        robot.push(KeyCode.CONTROL, KeyCode.F);
        robot.write("fa");
        validation.run.finish(Samples.results());
        until(() -> robot.lookup("#take").tryQuery().isPresent());

        robot.write("de");
        robot.type(KeyCode.ENTER);

        assertThat(window.model().choices().filter().get()).isEqualTo("fade");
        assertThat(window.overlay().isOpen()).isTrue();
        assertThat(validation.calls).noneMatch(call -> call.startsWith("decide"));

        robot.type(KeyCode.TAB);
        toTheChoices(robot);
        robot.type(KeyCode.ENTER);
        until(() -> validation.calls.stream().anyMatch(call -> call.startsWith("decide CONTINUE by GUI")));
    }

    @Test
    void enterForARowInTheMomentTheQuestionComesAnswersNothing(FxRobot robot) throws TimeoutException {
        begin(robot);
        robot.interact(() -> table().requestFocus());
        validation.run.finish(Samples.results());
        until(() -> robot.lookup("#take").tryQuery().isPresent());

        robot.type(KeyCode.ENTER);

        assertThat(window.overlay().isOpen()).isTrue();
        assertThat(validation.calls).noneMatch(call -> call.startsWith("decide"));
    }

    @Test
    void enterOnDecideLaterDecidesNothing(FxRobot robot) throws TimeoutException {
        begin(robot);
        validation.run.finish(Samples.results());
        until(() -> robot.lookup("#later").tryQuery().isPresent());

        robot.interact(() -> robot.lookup("#later").query().requestFocus());
        robot.type(KeyCode.ENTER);

        until(() -> !window.overlay().isOpen());
        assertThat(validation.calls).noneMatch(call -> call.startsWith("decide"));
    }

    @Test
    void theQuestionWaitsUntilThePaletteIsClosed(FxRobot robot) throws TimeoutException {
        begin(robot);
        robot.push(KeyCode.CONTROL, KeyCode.K);
        robot.write("20");
        validation.run.finish(Samples.results());
        until(() -> shown("A decision waits: 6 of 9 did not pass L0, 1 of them could not be judged.") == 1);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(robot.lookup("#palette-field").queryTextInputControl().getText())
                .isEqualTo("20");

        robot.type(KeyCode.ESCAPE);

        until(() -> robot.lookup("#take").tryQuery().isPresent());
    }

    @Test
    void anInterruptedRunIsTakenUpFromItsDialog(FxRobot robot) throws TimeoutException {
        validation.interrupted = Optional.of(Samples.interrupted());
        robot.interact(() -> window.model().open(Path.of("assets/sample-workspace")));
        until(() -> robot.lookup("#resume").tryQuery().isPresent());
        assertThat(shown("was running; it is run again")).isEqualTo(1);

        robot.clickOn("#resume");

        until(() -> validation.calls.contains("resume"));
        assertThat(window.overlay().isOpen()).isFalse();
    }

    @Test
    void theCardGoesWhenTheQuestionIsAnsweredOnTheCommandLine(FxRobot robot) throws TimeoutException {
        begin(robot);
        validation.run.finish(Samples.results());
        until(() -> robot.lookup("#choose-continue").tryQuery().isPresent());

        String runId = validation
                .view(FakeValidation.WORKSPACE)
                .openQuestions()
                .getFirst()
                .plan()
                .runId();
        validation.decide(
                FakeValidation.WORKSPACE,
                runId,
                new Decision(EscalationOption.CONTINUE, Decision.By.CLI, Samples.START, Map.of()));
        robot.interact(() -> window.watch().look(true, Optional.empty()));

        until(() -> !window.overlay().isOpen());
        until(() -> shown("The question about run " + runId
                        + " was answered meanwhile. Decided on the command line: continued with what passed.")
                == 1);
    }

    @Test
    void whatNobodyIsAtWaitsAgainByAButton(FxRobot robot) throws TimeoutException {
        until(() -> table().getItems().size() == 9);
        validation.entries = List.of(Samples.entry(201, "RSI mean reversion", Status.L0_VALIDATING));
        robot.interact(() -> window.model().reload());
        until(() -> shown("STR-201 is L0_VALIDATING, but no run is on and none waits to be resumed.") == 1);

        robot.clickOn("Let them wait again");

        until(() -> validation.calls.contains("recover"));
        until(() -> robot.lookup("#validate").queryLabeled().getText().equals("Validate 1"));
    }

    @Test
    void escapeLeavesTheDecisionOpen(FxRobot robot) throws TimeoutException {
        begin(robot);
        validation.run.finish(Samples.results());
        until(() -> robot.lookup("#choose-continue").tryQuery().isPresent());

        robot.type(KeyCode.ESCAPE);

        until(() -> shown("A decision waits: 6 of 9 did not pass L0, 1 of them could not be judged.") == 1);
        assertThat(validation.calls).noneMatch(call -> call.startsWith("decide"));
    }

    @Test
    void theDecisionCardStaysWhereItIsWhileChoicesOpenAndClose(FxRobot robot) throws TimeoutException {
        begin(robot);
        validation.run.finish(Samples.results());
        until(() -> robot.lookup("#choose-relax").tryQuery().isPresent());
        Region card = robot.lookup(".dialog-card").queryAs(Region.class);
        until(() -> card.getLayoutY() > 0);
        // The first touch; wrapped words have found their height by then.
        robot.clickOn("#choose-continue");
        double top = card.getLayoutY();
        double height = card.getHeight();

        robot.clickOn("#choose-relax");
        until(() -> card.getHeight() > height);
        double room =
                window.overlay().getHeight() - window.overlay().getInsets().getBottom();
        assertThat(card.getLayoutY())
                .as("not in the middle, but no lower than there is room for")
                .isEqualTo(Math.min(top, room - card.getHeight()))
                .isGreaterThan((room - card.getHeight()) / 2);

        double grown = card.getHeight();
        robot.clickOn("#choose-continue");
        until(() -> card.getHeight() < grown);
        until(() -> card.getLayoutY() == top);
    }

    @Test
    void aBrokenQueueIsABannerWithItsPlace(FxRobot robot) throws TimeoutException {
        until(() -> table().getItems().size() == 9);
        validation.errors = List.of(new Problem(FakeValidation.WORKSPACE.queue(), 17, 5, "not an id", "- id: 7"));

        robot.type(KeyCode.F5);

        until(() -> shown("Nothing can be run: queue.yaml:17:5: not an id. Correct the file and read it again."
                        + " The table shows the queue as it was before.")
                == 1);
        assertThat(robot.lookup("#validate").query().isDisabled()).isTrue();
        assertThat(table().getItems()).hasSize(9);
        robot.clickOn("Details");
        assertThat(robot.lookup(".details").queryTextInputControl().getText()).contains("- id: 7");
    }

    @Test
    void theThemeIsSwitchedAndRemembered(FxRobot robot) throws TimeoutException {
        until(() -> table().getItems().size() == 9);
        Color light = textColour();

        robot.clickOn("#theme");

        until(() -> !textColour().equals(light));
        robot.interact(() -> memory.save());
        assertThat(WindowMemory.read(folder.resolve("window.yaml")).theme().get())
                .isEqualTo(Theme.DARK);
    }

    @Test
    void theSwitchIsRememberedAndTheStatusBarSaysThatItIsOn(FxRobot robot) throws TimeoutException {
        until(() -> table().getItems().size() == 9);
        validation.lockHolder = Optional.of("pid 7");
        robot.type(KeyCode.F5);
        until(() -> robot.lookup("#validate").query().isDisabled());

        robot.clickOn("#watch");

        until(() -> robot.lookup("#status .status-label")
                .queryLabeled()
                .getText()
                .startsWith("watching the queue · lock held by"));
        robot.interact(() -> memory.save());
        assertThat(WindowMemory.read(folder.resolve("window.yaml")).isWatched(FakeValidation.WORKSPACE))
                .isTrue();
    }

    @Test
    void theColumnsThatAreLeftOutAreRemembered(FxRobot robot) throws TimeoutException {
        until(() -> table().getItems().size() == 9);

        robot.clickOn("#columns");
        robot.write("luck");
        robot.type(KeyCode.DOWN, KeyCode.SPACE, KeyCode.ESCAPE);

        until(() -> table().getVisibleLeafColumns().stream().noneMatch(column -> "luck".equals(column.getId())));
        robot.interact(() -> memory.save());
        assertThat(WindowMemory.read(folder.resolve("window.yaml")).hiddenColumns())
                .containsExactly("luck");
    }

    @Test
    void aCardThatIsClosedGivesTheKeyboardBack(FxRobot robot) throws TimeoutException {
        until(() -> table().getItems().size() == 9);
        robot.push(KeyCode.CONTROL, KeyCode.F);
        robot.type(KeyCode.F1);
        until(() -> robot.lookup("#close").query().isFocused());

        robot.type(KeyCode.ESCAPE);

        until(() -> robot.lookup("#filter").query().isFocused());
        assertThat(window.overlay().isOpen()).isFalse();
    }

    @Test
    void thePaletteGoesToAStrategyThatIsTyped(FxRobot robot) throws TimeoutException {
        until(() -> table().getItems().size() == 9);
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT3);
        robot.push(KeyCode.CONTROL, KeyCode.K);
        until(() -> robot.lookup("#palette-field").query().isFocused());

        robot.write("202");
        robot.type(KeyCode.ENTER);

        until(() -> table().getSelectionModel().getSelectedItem() != null);
        assertThat(table().getSelectionModel().getSelectedItem().id()).isEqualTo(Samples.id(202));
        assertThat(window.model().choices().page().get()).isEqualTo(Page.QUEUE);
        assertThat(window.overlay().isOpen()).isFalse();
    }

    @Test
    void thePaletteDoesNothingThatCannotBeDoneAndEscClosesIt(FxRobot robot) throws TimeoutException {
        until(() -> table().getItems().size() == 9);
        robot.push(KeyCode.CONTROL, KeyCode.K);
        robot.write("cancel");
        robot.type(KeyCode.ENTER);
        assertThat(window.overlay().isOpen()).isTrue();
        until(() -> shown("nothing runs") == 1);

        robot.type(KeyCode.ESCAPE);
        assertThat(window.overlay().isOpen()).isFalse();
    }

    @Test
    void commaLeadsToTheSettingsAndAQuestionMarkToTheHelpButNotInAField(FxRobot robot) throws TimeoutException {
        until(() -> table().getItems().size() == 9);
        robot.push(KeyCode.CONTROL, KeyCode.COMMA);
        assertThat(window.model().choices().page().get()).isEqualTo(Page.SETTINGS);

        robot.push(KeyCode.CONTROL, KeyCode.F);
        robot.write("?");
        assertThat(window.overlay().isOpen()).isFalse();
        assertThat(window.model().choices().filter().get()).isEqualTo("?");

        robot.interact(() -> robot.lookup("#theme").query().requestFocus());
        robot.write("?");
        until(() -> shown("Ctrl+4 or Ctrl+,") == 1);
    }

    @Test
    void theAlertsOfARunAreInTheHistory(FxRobot robot) throws TimeoutException {
        until(() -> table().getItems().size() == 9);
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT3);
        robot.interact(() -> robot.lookup("#history").query().requestFocus());

        // From the newest, number 29, to number 22.
        for (int i = 0; i <= 7; i++) {
            robot.type(KeyCode.LEFT);
        }

        until(() -> robot.lookup("#pointed")
                .queryLabeled()
                .getText()
                .endsWith(" · 1 alert: 2 of 9 workers timed out: more than 20 %"));
    }

    @Test
    void aClickInTheHistoryShowsThatRun(FxRobot robot) throws TimeoutException {
        begin(robot);
        validation.run.finish(Samples.results().subList(0, 2));
        until(() -> window.model().runs().live().isEmpty());
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT3);

        robot.clickOn("#history");

        until(() -> validation.calls.stream().anyMatch(call -> call.matches("outcome 2026-11-1[45]-143000")));
        assertThat(robot.lookup("#pointed").queryLabeled().getText()).contains("of 7 passed");
    }

    @Test
    void aSelectedStrategyIsExplainedAndCopied(FxRobot robot) throws TimeoutException {
        begin(robot);
        validation.run.finish(Samples.results().subList(0, 3));
        until(() -> window.model().runs().live().isEmpty() && table().getItems().size() == 9);

        clickRow(robot, "Donchian breakout");
        until(() -> shown("Against luck") == 1);
        assertThat(shown("needs more than 0.01")).isEqualTo(1);
        robot.push(KeyCode.CONTROL, KeyCode.C);

        String copied = WaitForAsyncUtils.waitForAsyncFx(
                20_000, () -> Clipboard.getSystemClipboard().getString());
        assertThat(copied)
                .endsWith("STR-202\tDonchian breakout\tL0 passed\t41\t0.561\t0.0307\t\t0.1712\t0.39\t0.91\t\n");
    }

    @Test
    void slowStrategiesAreFoundBySortingAndThoseWithoutATimeComeLastEitherWay(FxRobot robot) throws TimeoutException {
        begin(robot);
        validation.run.finish(List.of(
                Samples.results().get(0),
                Samples.results().get(2),
                Samples.results().get(7)));
        until(() -> window.model().runs().live().isEmpty() && table().getItems().size() == 9);
        TableColumn<StrategyItem, ?> time = table().getColumns().stream()
                .filter(column -> column.getId().equals("seconds"))
                .findFirst()
                .orElseThrow();

        robot.interact(() -> table().getSortOrder().setAll(List.of(time)));
        assertThat(ids()).startsWith(Samples.id(201), Samples.id(203), Samples.id(208), Samples.id(202));
        robot.interact(() -> time.setSortType(TableColumn.SortType.DESCENDING));
        assertThat(ids()).startsWith(Samples.id(208), Samples.id(201), Samples.id(203), Samples.id(202));
        robot.interact(() -> table().getSortOrder().clear());
        assertThat(ids()).startsWith(Samples.id(201), Samples.id(202), Samples.id(203));
    }

    @Test
    void theFilterNarrowsTheTable(FxRobot robot) throws TimeoutException {
        until(() -> table().getItems().size() == 9);

        robot.push(KeyCode.CONTROL, KeyCode.F);
        robot.write("fade");

        until(() -> table().getItems().size() == 1);
        assertThat(table().getItems().getFirst().now().name()).isEqualTo("Volume climax fade");
        assertThat(robot.lookup("#validate").queryLabeled().getText()).isEqualTo("Validate 1 of 9 shown");

        robot.type(KeyCode.ESCAPE);

        until(() -> table().getItems().size() == 9);
    }

    @Test
    void whatIsSelectedIsWhatIsValidated(FxRobot robot) throws TimeoutException {
        until(() -> table().getItems().size() == 9);
        robot.interact(() -> table().getSelectionModel().selectIndices(1, 3));
        until(() -> robot.lookup("#validate").queryLabeled().getText().equals("Validate 2 selected"));

        robot.interact(() -> window.model().validate());

        until(() -> validation.calls.contains("start [STR-202, STR-204] workers 4"));
    }

    @Test
    void theNextStepIsAButton(FxRobot robot) throws TimeoutException {
        until(() -> table().getItems().size() == 9);
        validation.entries = List.of(
                Samples.entry(201, "RSI mean reversion", Status.L0_PASSED),
                Samples.entry(202, "Donchian breakout", Status.L0_FAILED));
        robot.interact(() -> window.model().reload());
        until(() -> robot.lookup("#next-step").queryButton().isVisible());
        assertThat(robot.lookup("#next-step").queryButton().getText()).isEqualTo("Validate 1 at L1");
        assertThat(shown("1 passed L0")).isEqualTo(1);

        robot.clickOn("#next-step");

        until(() -> validation.calls.contains("start [] workers 4"));
        assertThat(window.model().choices().tier().get()).isEqualTo(Tier.L1);
    }

    @Test
    void whatTheFilesLackStandsBesideTheRowBeforeTheRun(FxRobot robot) throws TimeoutException {
        until(() -> table().getItems().size() == 9);
        validation.findings = List.of(
                new Finding(Samples.id(203), Optional.of(FailureReason.DATA_UNAVAILABLE), "no bars for DOGEUSDT 1h"));

        robot.interact(() -> window.model().reload());

        until(() -> table().getItems().get(2).now().status().word().equals("no data"));
    }

    @Test
    void theDryRunShowsThePlan(FxRobot robot) throws TimeoutException {
        until(() -> table().getItems().size() == 9);

        robot.push(KeyCode.CONTROL, KeyCode.D);

        until(() -> robot.lookup("#plan").tryQuery().isPresent());
        assertThat(shown("Would validate 9 at L0 with 4 at once, in about 11 s. Nothing was written."))
                .isEqualTo(1);
        robot.clickOn("#close");
        until(() -> robot.lookup("#plan").tryQuery().isEmpty());
    }

    private void begin(FxRobot robot) throws TimeoutException {
        until(() -> table().getItems().size() == 9);
        robot.clickOn("#validate");
        until(() -> window.model().runs().live().isPresent());
        validation.run.begin();
    }

    private void toTheChoices(FxRobot robot) throws TimeoutException {
        until(() -> robot.lookup("#decision").query().isFocused());
        robot.type(KeyCode.TAB);
        until(() -> robot.lookup("#choose-continue").query().isFocused());
    }

    private List<StrategyId> ids() {
        return table().getItems().stream().map(StrategyItem::id).toList();
    }

    /// The results page has a table with the same words behind this one.
    private void clickRow(FxRobot robot, String name) {
        // Rows that have just been replaced find their places with the next pulse.
        WaitForAsyncUtils.waitForFxEvents();
        Node cell = robot.from(table()).lookup(name).match(Node::isVisible).query();
        robot.clickOn(cell);
    }

    @SuppressWarnings("unchecked")
    private TableView<StrategyItem> table() {
        return (TableView<StrategyItem>) window.scene().lookup("#queue");
    }

    /// How many visible labels say exactly this.
    private long shown(String text) {
        return window.scene().getRoot().lookupAll(".label").stream()
                .filter(node -> node instanceof Label label && label.getText().equals(text))
                .filter(DashboardTest::isVisible)
                .count();
    }

    private static boolean isVisible(Node node) {
        return node.isVisible() && (node.getParent() == null || isVisible(node.getParent()));
    }

    private Color textColour() {
        return (Color) ((Text) window.scene().lookup("#run-line .text")).getFill();
    }

    private static void until(Callable<Boolean> condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(
                PATIENCE_SECONDS,
                TimeUnit.SECONDS,
                () -> WaitForAsyncUtils.waitForAsyncFx(PATIENCE_SECONDS * 1000, condition));
    }
}
