package io.github.parallelvalidation.ui;

import static io.github.parallelvalidation.TestWorkspace.FAIL;
import static io.github.parallelvalidation.TestWorkspace.PASS;
import static io.github.parallelvalidation.TestWorkspace.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.parallelvalidation.TestWorkspace;
import io.github.parallelvalidation.settings.UserState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.RadioButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/// The real window on the Headless platform, over real runs of scripted workers.
@ExtendWith(ApplicationExtension.class)
@NullUnmarked // JUnit fills the fields
class DashboardTest {
    @TempDir
    private Path folder;

    private TestWorkspace workspace;
    private DashboardWindow window;
    private Stage stage;

    @BeforeEach
    void workspace() {
        System.setProperty("parallelvalidation.still", "true");
        workspace = TestWorkspace.in(folder.resolve("alpha"), "polling_interval_seconds: 0.1");
    }

    private void open() throws Exception {
        FxToolkit.registerPrimaryStage();
        onFx(() -> {
            stage = new Stage();
            window = new DashboardWindow(
                    stage,
                    TestWorkspace.validation(),
                    workspace.workspace(),
                    new UserState(List.of(), false, 1000, 760),
                    Dashboard.background());
            window.show();
            return null;
        });
        until("the workspace is read", () -> onFx(() -> window.model().view().get() != null));
    }

    private static <T> T onFx(Callable<T> question) {
        return WaitForAsyncUtils.waitForAsyncFx(20_000, question);
    }

    private Node find(FxRobot robot, String query) {
        return robot.lookup(query).query();
    }

    private String text(FxRobot robot, String query) {
        return onFx(() -> ((Labeled) find(robot, query)).getText());
    }

    private StrategyTable table(FxRobot robot) {
        return (StrategyTable) find(robot, "#queue-table");
    }

    private List<String> details(FxRobot robot) {
        return onFx(() -> robot.from(find(robot, "#details")).lookup(".label").queryAllAs(Label.class).stream()
                .map(Label::getText)
                .toList());
    }

    private List<String> words(FxRobot robot) {
        return onFx(() ->
                table(robot).getItems().stream().map(row -> row.look().word()).toList());
    }

    private List<String> tile(FxRobot robot, int number) {
        return onFx(() -> robot.from(find(robot, "#tile-" + number)).lookup(".label").queryAllAs(Label.class).stream()
                .map(Label::getText)
                .toList());
    }

    @Test
    void aRunFromTheClickToTheTable(FxRobot robot) throws Exception {
        workspace
                .strategy("STR-101", "progress 0.25 indicators", "await one", PASS)
                .strategy("STR-102", "progress 0.5 placebo", "await two", FAIL)
                .strategy("STR-103", "await one", PASS);
        open();
        assertThat(words(robot)).containsExactly("awaits L0", "awaits L0", "awaits L0");
        assertThat(text(robot, "#validate")).isEqualTo("Validate 3");
        assertThat(tile(robot, 4)).contains("idle", "waits for work");

        robot.clickOn("#validate");
        until(
                "the tiles move",
                () -> tile(robot, 1).contains("indicators") && tile(robot, 2).contains("placebo"));
        assertThat(tile(robot, 1)).contains("STR-101");
        assertThat(tile(robot, 4)).contains("idle");
        assertThat(text(robot, "#validate")).isEqualTo("Cancel");
        assertThat(words(robot)).containsOnly("validating");

        workspace.write("one", "");
        until("two are done", () -> text(robot, "#run-text").startsWith("2 of 3"));
        assertThat(tile(robot, 1)).contains("PASS", "luck 0.40");
        assertThat(words(robot)).containsExactly("L0 passed", "validating", "L0 passed");

        onFx(() -> {
            table(robot).getSelectionModel().clearAndSelect(1);
            return null;
        });
        workspace.write("two", "");
        until("the run is over", () -> text(robot, "#run-text").startsWith("2 of 3 passed L0"));
        until("the queue is read", () -> words(robot).equals(List.of("L0 passed", "L0 failed", "L0 passed")));
        assertThat(tile(robot, 2)).contains("FAIL", "ic −0.020");
        until("the selected one is shown in full", () -> details(robot).contains("ic −0.02, needs more than 0.01"));
        assertThat(text(robot, "#status-text")).contains("ready", "lock free", "2 of 3 passed");
        assertThat(onFx(() -> find(robot, "#validate").isDisabled())).isTrue();
    }

    @Test
    void moreThanHalfFailingAsksAndTheAnswerIsWrittenDown(FxRobot robot) throws Exception {
        workspace
                .strategy("STR-101", PASS)
                .strategy("STR-102", FAIL)
                .strategy(
                        "STR-103",
                        "metrics \"signal_frequency\": 84, \"hit_rate\": 0.56, \"ic\": 0.0095, \"ic_p_value\": 0.2,"
                                + " \"luck\": 0.3");
        open();
        robot.clickOn("#validate");
        until(
                "the question is asked",
                () -> robot.lookup("#escalation").tryQuery().isPresent());
        assertThat(onFx(() -> ((RadioButton) find(robot, "#choose-continue")).isSelected()))
                .as("the safest is chosen")
                .isTrue();
        List<String> shown =
                onFx(() -> robot.from(find(robot, "#escalation")).lookup(".label").queryAllAs(Label.class).stream()
                        .map(Label::getText)
                        .toList());
        assertThat(shown)
                .contains("2 of 3 strategies did not pass L0", "To ic 0.009. STR-103 would pass, marked as relaxed.");
        robot.clickOn("#choose-relax");
        robot.clickOn("Decide");
        until("the answer is carried out", () -> words(robot).equals(List.of("L0 passed", "L0 failed", "L0 passed")));
        assertThat(workspace.queue()).contains("relaxed_gates: \"ic=0.009\"");
        try (var decisions = Files.list(workspace.workspace().root().resolve(".crypto/knowledge/decisions"))) {
            assertThat(decisions).hasSize(1);
        }
    }

    @Test
    void closingTheQuestionLeavesItOpen(FxRobot robot) throws Exception {
        workspace.strategy("STR-101", FAIL);
        open();
        robot.clickOn("#validate");
        until(
                "the question is asked",
                () -> robot.lookup("#escalation").tryQuery().isPresent());
        robot.type(KeyCode.ESCAPE);
        until(
                "the banner says so",
                () -> robot.lookup("#decide-now").tryQueryAs(Button.class).isPresent());
        robot.clickOn("#decide-now");
        until("it is asked again", () -> robot.lookup("#escalation").tryQuery().isPresent());
        robot.clickOn("Decide");
        until("it is answered", () -> onFx(() -> !find(robot, "#banner-news").isVisible()));
        assertThat(workspace.queue()).contains("L0_FAILED");
    }

    @Test
    void cancelPutsTheUnfinishedBack(FxRobot robot) throws Exception {
        workspace.strategy("STR-101", PASS).strategy("STR-102", "progress 0.1 waiting", "await never");
        String before = workspace.queue();
        open();
        robot.clickOn("#validate");
        until("one is done, one at work", () -> text(robot, "#run-text").startsWith("1 of 2"));
        robot.clickOn("#validate");
        until("it is cancelled", () -> text(robot, "#run-text").startsWith("Cancelled."));
        until("the table says so", () -> words(robot).equals(List.of("L0 passed", "awaits L0")));
        assertThat(workspace.queue()).isNotEqualTo(before).contains("PENDING");
    }

    @Test
    void aBrokenQueueIsToldWithItsPlaceAndCanBeReadAgain(FxRobot robot) throws Exception {
        workspace.write(".crypto/pipeline/queue.yaml", "queue:\n  - id: STR-1\n");
        open();
        List<String> told =
                onFx(() -> robot.from(find(robot, "#banner-problems")).lookup(".label").queryAllAs(Label.class).stream()
                        .map(Label::getText)
                        .toList());
        assertThat(told).anyMatch(line -> line.contains("queue.yaml:2:9") && line.contains("STR-1"));
        workspace.write(".crypto/pipeline/queue.yaml", "queue:\n  - id: STR-101\n");
        robot.clickOn("#reload");
        until("the table is there", () -> words(robot).equals(List.of("awaits L0")));
        assertThat(onFx(() -> find(robot, "#banner-problems").isVisible())).isFalse();
    }

    @Test
    void thePlanFilterThemeAndPagesWork(FxRobot robot) throws Exception {
        workspace.strategy("STR-101", PASS).strategy("STR-102", PASS);
        open();
        robot.clickOn("#plan");
        until("the plan is shown", () -> robot.lookup("#plan-dialog").tryQuery().isPresent());
        robot.type(KeyCode.ESCAPE);
        robot.clickOn("#filter").write("102");
        until("one row is left", () -> words(robot).size() == 1);
        robot.clickOn("#theme");
        robot.clickOn("#page-history");
        assertThat(onFx(() -> find(robot, "#history-page").isVisible())).isTrue();
        robot.clickOn("#page-settings");
        assertThat(onFx(() -> find(robot, "#settings-page").isVisible())).isTrue();
        robot.clickOn("#page-queue");
        assertThat(workspace.queue()).doesNotContain("PASSED");
    }
}
