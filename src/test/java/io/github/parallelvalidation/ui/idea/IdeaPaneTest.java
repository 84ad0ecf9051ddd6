package io.github.parallelvalidation.ui.idea;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.parallelvalidation.TestWorkspace;
import io.github.parallelvalidation.ui.control.Motion;
import io.github.parallelvalidation.ui.frame.DashboardWindow;
import io.github.parallelvalidation.ui.frame.FxThread;
import io.github.parallelvalidation.ui.frame.WindowMemory;
import io.github.parallelvalidation.ui.frame.WindowThreads;
import io.github.parallelvalidation.ui.model.BackgroundWork;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// An idea changed by the keyboard alone, in the window over the sample's files.
@ExtendWith(ApplicationExtension.class)
class IdeaPaneTest {
    private static final long PATIENCE_SECONDS = 20;
    private static final String FILE = ".crypto/knowledge/strategies/STR-201-rsi-reversion/parameters.yaml";

    private final ExecutorService background = WindowThreads.start();

    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private TestWorkspace workspace;

    @SuppressWarnings("NullAway.Init")
    private DashboardWindow window;

    @Start
    void open(Stage stage) {
        Motion.stop();
        workspace = TestWorkspace.copyOf(Path.of("assets/sample-workspace"), folder.resolve("sample"));
        workspace.write(
                ".crypto/pipeline/queue.yaml", workspace.queue().replaceFirst("status: PENDING", "status: L0_PASSED"));
        window = new DashboardWindow(
                TestWorkspace.validation(),
                workspace.workspace(),
                WindowMemory.read(folder.resolve("window.yaml")),
                new BackgroundWork(background, FxThread.EXECUTOR),
                InstantSource.system());
        stage.setScene(window.scene());
        stage.setWidth(1200);
        stage.setHeight(760);
        stage.show();
    }

    @AfterEach
    void stop() {
        background.shutdownNow();
    }

    @Test
    void anErrorIsMarkedCorrectedByCompletionAndSaved(FxRobot robot) throws TimeoutException {
        String before = workspace.read(FILE);
        choose(robot, 0);
        until(() -> text("#signal-count").startsWith("111 signals: "));
        TextArea area = robot.lookup("#idea-signal-long").queryAs(TextArea.class);
        robot.interact(area::requestFocus);
        robot.push(KeyCode.CONTROL, KeyCode.A);

        robot.write("rsi(close, period) < overs");
        until(() -> shows("column 22: the name 'overs' is not known"));
        assertThat(robot.lookup("#save-idea").query().isDisabled()).isTrue();
        until(() -> Window.getWindows().size() > 1);
        robot.type(KeyCode.ENTER);

        until(() -> area.getText().equals("rsi(close, period) < oversold"));
        robot.write(" + 5");
        until(() -> !text("#signal-count").startsWith("111")
                && text("#signal-count").contains(" signals: "));
        until(() -> !robot.lookup("#save-idea").query().isDisabled());
        robot.push(KeyCode.CONTROL, KeyCode.S);

        until(() -> workspace.read(FILE).equals(before.replace("period) < oversold\"", "period) < oversold + 5\"")));
        until(() ->
                table(robot).getItems().size() == 10 && window.model().toDo().waiting() == 10);
        assertThat(workspace.queue()).doesNotContain("L0_PASSED");
        until(area::isFocused);
    }

    @Test
    void aRowThatIsLeftWithChangesAsksAboutThem(FxRobot robot) throws TimeoutException {
        choose(robot, 0);
        until(() -> robot.lookup("#idea-entry-period").tryQuery().isPresent());
        robot.interact(() -> robot.lookup("#idea-entry-period").query().requestFocus());
        robot.push(KeyCode.CONTROL, KeyCode.A);
        robot.write("21");
        until(() -> robot.lookup("#save-idea").tryQuery().isPresent());

        choose(robot, 1);
        until(() -> window.overlay().isVisible());
        robot.interact(() -> robot.lookup("#save-left").queryButton().fire());

        until(() -> workspace.read(FILE).contains("period: 21                           # bars"));
    }

    private void choose(FxRobot robot, int row) throws TimeoutException {
        until(() -> table(robot).getItems().size() == 10);
        robot.interact(() -> table(robot).getSelectionModel().clearAndSelect(row));
    }

    private static TableView<?> table(FxRobot robot) {
        return robot.lookup("#queue").queryAs(TableView.class);
    }

    private String text(String query) {
        return window.scene().lookup(query) instanceof Label label ? label.getText() : "";
    }

    private boolean shows(String begin) {
        return window.scene().getRoot().lookupAll(".label").stream()
                .anyMatch(node -> node instanceof Label label && label.getText().startsWith(begin));
    }

    /// Asked on the thread of the window.
    private static void until(Callable<Boolean> condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(
                PATIENCE_SECONDS,
                TimeUnit.SECONDS,
                () -> WaitForAsyncUtils.waitForAsyncFx(PATIENCE_SECONDS * 1000, condition));
    }
}
