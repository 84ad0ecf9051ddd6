package io.github.parallelvalidation.ui.frame;

import static io.github.parallelvalidation.TestWorkspace.FAIL;
import static io.github.parallelvalidation.TestWorkspace.PASS;
import static io.github.parallelvalidation.TestWorkspace.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.parallelvalidation.TestWorkspace;
import io.github.parallelvalidation.ui.model.StrategyItem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// The window from click to file: real runs of worker processes that do what the test says.
@ExtendWith(ApplicationExtension.class)
@NullUnmarked // JUnit fills the fields
class DashboardOverRealRunsTest {
    @TempDir
    private Path folder;

    private final ExecutorService background = WindowThreads.start();
    private TestWorkspace workspace;
    private DashboardWindow window;

    @Start
    void open(Stage stage) {
        workspace = TestWorkspace.in(folder.resolve("alpha"), "polling_interval_seconds: 0.1")
                .strategy("STR-101", "progress 0.25 indicators", "await one", PASS)
                .strategy("STR-102", "progress 0.5 placebo", "await two", FAIL)
                .strategy(
                        "STR-103",
                        "await one",
                        "metrics \"signal_frequency\": 84, \"hit_rate\": 0.56, \"ic\": 0.0095, \"ic_p_value\": 0.2,"
                                + " \"luck\": 0.3");
        window = OpenWindow.on(stage, TestWorkspace.validation(), workspace.workspace(), folder, background, 1000, 760);
    }

    @AfterEach
    void stop() {
        OpenWindow.close(window, background);
    }

    @Test
    void fromTheClickOverTilesTableAndQuestionToTheFiles(FxRobot robot) throws IOException {
        until("the queue is read", () -> words().equals(List.of("awaits L0", "awaits L0", "awaits L0")));
        robot.clickOn("#validate");
        until(
                "the tiles move",
                () -> shown("indicators") && shown("placebo") && shown("25 %") && shown("waits for work"));
        assertThat(words()).containsOnly("validating L0");

        workspace.write("one", "");
        until("two are done", () -> words().equals(List.of("L0 passed", "validating L0", "L0 failed")));
        assertThat(shown("PASS")).isTrue();
        until(
                "the queue holds their verdicts while the third runs",
                () -> workspace.queue().contains("L0_PASSED")
                        && workspace.queue().contains("L0_FAILED")
                        && workspace.queue().contains("L0_VALIDATING"));

        workspace.write("two", "");
        until("the question is asked", () -> shown("2 of 3 did not pass L0. What now?"));
        robot.clickOn("#choose-relax");
        robot.clickOn("#take");
        until(
                "the answer is in the table",
                () -> words().equals(List.of("L0 passed", "L0 failed", "L0 passed, relaxed")));
        assertThat(workspace.queue()).contains("relaxed_gates: \"ic=0.009\"", "failure_reason: ic_below_threshold");
        try (var decisions = Files.list(workspace.workspace().root().resolve(".crypto/knowledge/decisions"))) {
            assertThat(decisions).hasSize(1);
        }
    }

    @Test
    void aQuestionThatIsClosedStaysOpenAndARunThatIsCancelledLeavesNoTrace(FxRobot robot) {
        until("the queue is read", () -> words().size() == 3);
        String before = workspace.queue();
        robot.clickOn("#validate");
        until("it runs", () -> shown("placebo"));
        robot.clickOn("#cancel");
        until("it is over", () -> words().equals(List.of("awaits L0", "awaits L0", "awaits L0")) && !shown("placebo"));
        until("the queue is back", () -> workspace.queue().equals(before));

        workspace.write("one", "");
        workspace.write("two", "");
        until(
                "it can be started again",
                () -> onFx(() -> node("#validate") != null && !node("#validate").isDisabled()));
        robot.clickOn("#validate");
        until("the question is asked", () -> shown("2 of 3 did not pass L0. What now?"));
        robot.type(KeyCode.ESCAPE);
        until("a banner keeps it", () -> shown("A decision waits: 2 of 3 did not pass L0."));
        assertThat(workspace.queue()).contains("L0_FAILED").doesNotContain("relaxed");
    }

    @Test
    void whatAnotherProgramWritesIsShownAndValidatedWhileTheSwitchIsOn(FxRobot robot) {
        until("the queue is read", () -> words().size() == 3);
        workspace.write("one", "");
        workspace.write("two", "");
        robot.clickOn("#watch");
        until("the question is asked", () -> shown("2 of 3 did not pass L0. What now?"));
        workspace.strategy("STR-104", PASS).strategy("STR-105", PASS);
        until("the new ones are seen", () -> words().size() == 5);
        assertThat(words()).as("the question stays").endsWith("awaits L0", "awaits L0");
        robot.clickOn("#take");
        until("they are validated", () -> words().subList(3, 5).equals(List.of("L0 passed", "L0 passed")));
        // The table follows the workers; the queue is told at the end of the run.
        until("the run is over", () -> onFx(() -> window.model().runs().isIdle()));
        assertThat(workspace.queue()).doesNotContain("PENDING");
    }

    private static <T> T onFx(Callable<T> question) {
        return WaitForAsyncUtils.waitForAsyncFx(20_000, question);
    }

    private Node node(String query) {
        return window.scene().lookup(query);
    }

    @SuppressWarnings("unchecked")
    private List<String> words() {
        return onFx(() -> ((TableView<StrategyItem>) node("#queue"))
                .getItems().stream().map(item -> item.now().status().word()).toList());
    }

    private boolean shown(String text) {
        return onFx(() -> window.scene().getRoot().lookupAll(".label").stream()
                .anyMatch(
                        label -> label instanceof Label words && words.getText().equals(text)));
    }
}
