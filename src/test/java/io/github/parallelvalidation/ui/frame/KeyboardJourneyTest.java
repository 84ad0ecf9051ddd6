package io.github.parallelvalidation.ui.frame;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.parallelvalidation.TestWorkspace;
import io.github.parallelvalidation.workspace.StrategyId;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// Once through all of the window over the sample, with real workers and without a pointer.
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init")
class KeyboardJourneyTest {
    private static final int PATIENCE_SECONDS = 120;
    private static final int MOST_TABS = 60;

    @TempDir
    private Path folder;

    private final ExecutorService background = WindowThreads.start();
    private TestWorkspace workspace;
    private DashboardWindow window;

    @Start
    void open(Stage stage) {
        workspace = TestWorkspace.quickSample(folder.resolve("sample"));
        window = OpenWindow.on(stage, TestWorkspace.validation(), workspace.workspace(), folder, background, 1280, 760);
    }

    @AfterEach
    void stop() {
        OpenWindow.close(window, background);
    }

    @Test
    void fromTheQueueToTheSettings(FxRobot robot) throws TimeoutException {
        until(() -> window.model().rows().items().size() == 10);

        // Validate, and answer the question that comes of it.
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        until(() -> focused().equals("decision"));
        robot.type(KeyCode.TAB);
        until(() -> focused().equals("choose-continue"));
        robot.type(KeyCode.ENTER);
        until(() -> window.model().runs().isIdle() && !window.overlay().isOpen());
        until(() ->
                workspace.queue().contains("L0_PASSED") && !workspace.queue().contains("VALIDATING"));
        assertThat(workspace.read(".crypto/knowledge/decisions/" + workspace.newestRun() + ".yaml"))
                .contains("decision: continue", "decided_by: gui");

        // Look at one strategy, on half of the page and on all of it.
        palette(robot, "STR-202");
        until(() -> selected().equals(List.of("STR-202")) && shows("Is it luck?"));
        robot.type(KeyCode.ENTER);
        until(() -> shows("The idea"));
        robot.type(KeyCode.ESCAPE);
        until(() -> focused().equals("queue"));

        // Compare it with the next.
        robot.push(KeyCode.SHIFT, KeyCode.DOWN);
        until(() -> selected().size() == 2);
        palette(robot, "compare 2");
        until(() -> shows("2 strategies beside one another") && shows("Where does each signal?"));
        until(() -> focused().equals("compare"));

        // Open the run in the history.
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT3);
        tabTo(robot, "history");
        robot.type(KeyCode.RIGHT, KeyCode.ENTER);
        until(() -> robot.lookup("#opened-run").tryQuery().isPresent()
                && robot.lookup("#account").tryQuery().isPresent());
        robot.type(KeyCode.ESCAPE);

        // Change a setting; the tool bar follows.
        robot.push(KeyCode.CONTROL, KeyCode.COMMA);
        tabTo(robot, "parallel_validation-max_workers");
        robot.push(KeyCode.CONTROL, KeyCode.A);
        robot.type(KeyCode.DIGIT3);
        tabTo(robot, "write-settings");
        robot.type(KeyCode.SPACE);
        until(() -> workspace.read(".crypto/config/parallel-validation.yaml").contains("max_workers: 3"));
        until(() -> window.model().choices().workers().get() == 3);
    }

    private void palette(FxRobot robot, String words) throws TimeoutException {
        robot.push(KeyCode.CONTROL, KeyCode.K);
        until(() -> focused().equals("palette-field"));
        robot.write(words);
        robot.type(KeyCode.ENTER);
        until(() -> !window.overlay().isOpen());
    }

    private void tabTo(FxRobot robot, String id) {
        for (int i = 0; i < MOST_TABS && !focused().equals(id); i++) {
            robot.type(KeyCode.TAB);
        }
        assertThat(focused()).isEqualTo(id);
    }

    private String focused() {
        return WaitForAsyncUtils.waitForAsyncFx(20_000, () -> {
            Node owner = window.scene().getFocusOwner();
            return owner == null || owner.getId() == null ? "" : owner.getId();
        });
    }

    private List<String> selected() {
        return WaitForAsyncUtils.waitForAsyncFx(
                20_000,
                () -> window.model().choices().selected().get().stream()
                        .map(StrategyId::value)
                        .toList());
    }

    private boolean shows(String words) {
        return WaitForAsyncUtils.waitForAsyncFx(
                20_000,
                () -> window.scene().getRoot().lookupAll(".label").stream()
                        .anyMatch(node -> node instanceof Labeled label && words.equals(label.getText())));
    }

    private static void until(Callable<Boolean> holds) throws TimeoutException {
        WaitForAsyncUtils.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS, holds);
    }
}
