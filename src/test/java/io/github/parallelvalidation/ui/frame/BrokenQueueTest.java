package io.github.parallelvalidation.ui.frame;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.parallelvalidation.ui.model.Banner;
import io.github.parallelvalidation.ui.model.FakeValidation;
import io.github.parallelvalidation.ui.model.Samples;
import io.github.parallelvalidation.workspace.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
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

/// The window over a workspace whose queue could not be read when it was opened.
@ExtendWith(ApplicationExtension.class)
class BrokenQueueTest {
    private final FakeValidation validation = new FakeValidation();
    private final ExecutorService background = WindowThreads.start();

    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private DashboardWindow window;

    @Start
    void open(Stage stage) {
        validation.entries = List.of();
        validation.errors = List.of(new Problem(FakeValidation.WORKSPACE.queue(), 17, 5, "not an id", "- id: 7"));
        window = OpenWindow.on(stage, validation, OpenWindow.memory(folder, 1280, 800), background);
    }

    @AfterEach
    void stop() {
        OpenWindow.close(window, background);
    }

    @Test
    void nothingIsSaidToBeShownAndTheTableSaysWhy(FxRobot robot) throws TimeoutException {
        until(() -> !window.model().banners().isEmpty());

        assertThat(window.model().banners().stream().map(Banner::text))
                .containsExactly("Nothing can be run: queue.yaml:17:5: not an id. Correct the file and read it again."
                        + " Until then the table has nothing to show.");
        assertThat(placeholder(robot))
                .isEqualTo("The strategies of .crypto/pipeline/queue.yaml will stand here once the file can be read.");
    }

    @Test
    void aFilterHidesNothingWhereThereIsNothing(FxRobot robot) throws TimeoutException {
        until(() -> !window.model().banners().isEmpty());

        robot.interact(() -> window.model().choices().filter().set("rsi"));

        assertThat(placeholder(robot)).endsWith("once the file can be read.");
    }

    @Test
    void onceItCanBeReadItIsShownAndAFilterIsNamed(FxRobot robot) throws TimeoutException {
        until(() -> !window.model().banners().isEmpty());
        validation.errors = List.of();
        validation.entries = Samples.waiting();

        robot.type(KeyCode.F5);
        until(() -> window.model().rows().items().size() == 9);
        robot.interact(() -> window.model().choices().filter().set("no such strategy"));

        assertThat(placeholder(robot)).startsWith("No strategy here fits the filter");
    }

    private static String placeholder(FxRobot robot) {
        return robot.lookup("#queue .placeholder .placeholder").queryAllAs(Labeled.class).stream()
                .findFirst()
                .orElseThrow()
                .getText();
    }

    private static void until(Callable<Boolean> holds) throws TimeoutException {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, holds);
    }
}
